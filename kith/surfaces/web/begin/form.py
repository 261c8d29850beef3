"""What a new ledger must be told: the firm, its domain, its first person."""

from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kith.ledger.rights.domains import folded_domain
from kith.ledger.rights.models import User
from kith.pipeline.free_mail import FREE_MAIL
from kith.terms.errors import BadInput

CURRENCIES = ("EUR", "CHF", "GBP", "USD", "DKK", "SEK", "NOK", "PLN", "CZK")  # offered, not all


def zones() -> list[str]:
    """Names of time zones as people know them: Europe/Berlin, and UTC."""
    return ["UTC", *sorted(z for z in available_timezones() if "/" in z and z[:4] != "Etc/")]


def check_zone(name: str) -> str:
    """The same name. Raises ValidationError for no time zone."""
    if name not in available_timezones():
        raise ValidationError(_("There is no such time zone. Write it as Europe/Berlin."))
    return name


def check_currency(code: str) -> str:
    """`eur` -> `EUR`. Raises ValidationError for what is no code of three letters."""
    folded = code.strip().upper()
    if len(folded) != 3 or not (folded.isascii() and folded.isalpha()):
        raise ValidationError(_("Write the currency in three letters, as EUR."))
    return folded


class BeginForm(forms.Form):
    """The web's `kith init`. `domain` may stay empty: a firm of one may write from free mail."""

    company = forms.CharField(label=_("Your firm"), max_length=200)
    name = forms.CharField(label=_("Your name"), max_length=200)
    email = forms.EmailField(
        label=_("Your mail address"), max_length=254,
        help_text=_("You sign in with it, and your mail comes into its mailbox."),
    )  # fmt: skip
    domain = forms.CharField(
        label=_("Your firm’s mail domain"), max_length=253, required=False,
        help_text=_("As example.com: whoever writes from it is a colleague. Leave it empty if you"
                    " write from gmail.com or the like."),
    )  # fmt: skip
    password = forms.CharField(
        label=_("A password"), max_length=1000, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least ten characters."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    zone = forms.CharField(label=_("Time zone"), max_length=64, initial="Europe/Berlin")
    currency = forms.CharField(label=_("Currency"), max_length=8, initial="EUR")

    def clean_domain(self) -> str:
        typed = str(self.cleaned_data["domain"])
        if not typed.strip():
            return ""
        try:
            folded = folded_domain(typed)
        except BadInput as error:
            raise ValidationError(error.told(translation)) from error
        if folded in FREE_MAIL:
            raise ValidationError(_("Anybody can write from there. Leave it empty."))
        return folded

    def clean_zone(self) -> str:
        return check_zone(str(self.cleaned_data["zone"]))

    def clean_currency(self) -> str:
        return check_currency(str(self.cleaned_data["currency"]))

    def clean_password(self) -> str:
        given = str(self.cleaned_data["password"])
        validate_password(given, User(email=self.cleaned_data.get("email", "")))
        return given
