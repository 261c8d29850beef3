"""What an undo left where it is, and why, as the import's page says it."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext, gettext_noop, ngettext

from kith.ledger.whole.left import Left

_NAMED: Mapping[str, str] = {
    "account": gettext_noop("the account {name}"),
    "contact": gettext_noop("the contact {name}"),
}
_COUNTED: Mapping[str, Callable[[int], str]] = {
    "mail": lambda n: ngettext("{n} mail", "{n} mails", n),
    "account": lambda n: ngettext("{n} account", "{n} accounts", n),
    "contact": lambda n: ngettext("{n} contact", "{n} contacts", n),
    "colleague": lambda n: ngettext("{n} colleague", "{n} colleagues", n),
    "address": lambda n: ngettext("{n} address", "{n} addresses", n),
}


def stayed(one: Left) -> tuple[str, str]:
    """What it is, and why it is still there."""
    kind, why = one["kind"], gettext(one["why"])
    if "name" in one:
        return gettext(_NAMED.get(kind, "{name}")).format(name=one["name"]), why
    return _COUNTED[kind](one["count"]).format(n=one["count"]), why
