"""What is said of customers who cost us: waivers, gifts, leaks, spread discounts, attention."""

import pytest

from kith.findings.sentence import speak
from tests.languages import GERMAN

RISE = "Price rise of {} %: {} for Client, who were let off the {} too;"


@pytest.mark.parametrize(
    ("kind", "numbers", "said"),
    [
        (
            "waived_again",
            {"percent": 4.0, "before": 2, "how": "waived", "fall": 12},
            f"{RISE.format(4, 'waived', '2 before')} they bought 12 per cent less within a year.",
        ),
        (
            "waived_again",
            {"percent": 3.5, "before": 1, "how": "softened", "fall": 5},
            f"{RISE.format(3.5, 'softened', 'one before')} they bought 5 per cent less within a"
            " year.",
        ),
        (
            "given_again",
            {"times": 4, "gift": "work", "days_ago": 12},
            "Client got free work 4 times in a row; nothing came back for it. The last time was 12"
            " days ago.",
        ),
        (
            "given_again",
            {"times": 3, "gift": "sample", "days_ago": 1},
            "Client got free samples 3 times in a row; nothing came back for them. The last time"
            " was yesterday.",
        ),
        (
            "leaking",
            {"leak": 22, "before": 18, "usual": 9},
            "Client is among our closest customers: of 100 at list price, 22 never reach us; 18 a"
            " year ago, 9 at similar customers.",
        ),
        (
            "discount_spread",
            {"percent": 20, "others": 6, "customers": 11, "family_id": 3},
            "Client alone had 20 per cent off in one family of products; now 6 of 11 other"
            " customers there have it too.",
        ),
        (
            "over_attended",
            {"touches": 61, "usual": 22, "times": 2},
            "Client got 61 mails, calls and visits from us in a year; customers who buy as much get"
            " about 22.",
        ),
    ],
)
def test_what_a_customer_costs(kind: str, numbers: dict[str, object], said: str) -> None:
    assert speak(kind, numbers, {"account": "Client"}) == said


def test_a_family_of_products_is_named_to_who_knows_it() -> None:
    numbers = {"percent": 20, "others": 6, "customers": 11, "family_id": 3}
    said = speak("discount_spread", numbers, {"account": "Client", "family": "Seals"})
    assert said.startswith("Client alone had 20 per cent off in Seals; now 6 of 11 ")


def test_a_decimal_is_written_as_the_language_writes_it() -> None:
    numbers = {"percent": 3.5, "before": 1, "how": "waived", "fall": 5}
    said = speak("waived_again", numbers, {"account": "Client"}, language=GERMAN)
    assert said.startswith("Preiserhöhung von 3,5 %: Client erlassen")
