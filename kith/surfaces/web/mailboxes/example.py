"""Three invented mails, to show what colleagues would see before there is a file."""

from datetime import UTC, datetime

from kith.pipeline.upload_preview import Previewed

EXAMPLE = (
    Previewed(
        "Ines Falk, Aster Dairy",
        ("you",),
        datetime(2026, 5, 11, 9, 12, tzinfo=UTC),
        "Price of the seals, line 4",
        "Can you hold last year's price? I have to order by the end of the month.",
        is_private=False,
    ),
    Previewed(
        "you",
        ("Ines Falk, Aster Dairy",),
        datetime(2026, 5, 12, 16, 40, tzinfo=UTC),
        "Re: Price of the seals, line 4",
        "I can, if all forty are delivered at once. Shall I write the offer?",
        is_private=False,
    ),
    Previewed(
        "Jo, from a private address",
        ("you",),
        datetime(2026, 5, 13, 20, 3, tzinfo=UTC),
        "Saturday",
        "Shall we say eight? I bring the bread.",
        is_private=True,
    ),
)
