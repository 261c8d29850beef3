"""Three invented mails, to show what colleagues would see before there is a file."""

from datetime import UTC, datetime

from django.utils.translation import gettext as _

from kith.pipeline.upload_preview import Previewed


def example() -> list[Previewed]:
    """In the reader's language, as if it were their mail."""
    you, ines = _("you"), _("Ines Falk, Aster Dairy")
    return [
        Previewed(
            ines,
            (you,),
            datetime(2026, 5, 11, 9, 12, tzinfo=UTC),
            _("Price of the seals, line 4"),
            _("Can you hold last year's price? I have to order by the end of the month."),
            is_private=False,
        ),
        Previewed(
            you,
            (ines,),
            datetime(2026, 5, 12, 16, 40, tzinfo=UTC),
            _("Re: Price of the seals, line 4"),
            _("I can, if all forty are delivered at once. Shall I write the offer?"),
            is_private=False,
        ),
        Previewed(
            _("Jo, from a private address"),
            (you,),
            datetime(2026, 5, 13, 20, 3, tzinfo=UTC),
            _("Saturday"),
            _("Shall we say eight? I bring the bread."),
            is_private=True,
        ),
    ]
