"""Out-of-office answers: the day of return, and whom to write to meanwhile."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.absence import absence
from kith.reading.days_said import AHEAD, days_said

SAID = date(2025, 3, 4)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "until", "successor"),
    [
        ("I will be back on Monday, 10 March. Please contact Bo Berg at Bo@Seals.example.",
         date(2025, 3, 10), "bo@seals.example"),
        ("I'm out until March 17th, 2025. Please call Mara Voss in my absence.",
         date(2025, 3, 17), "Mara Voss"),
        ("I am on leave from 3/3/2025 to 3/14/2025. You can reach me at 555.",
         date(2025, 3, 14), ""),
        ("Out from 03/10 through 03/14", date(2025, 3, 15), ""),
        ("I will return on Thursday.", date(2025, 3, 6), ""),
        ("I am out of the office.", None, ""),
        ("I was away until 2 March 2025.", None, ""),
        ("I no longer work here. Please direct all questions to sales@pumps.example.",
         None, "sales@pumps.example"),
        ("Ich bin bis einschließlich 14.3. nicht im Büro. Wenden Sie sich bitte an Frau Mara Voss.",
         date(2025, 3, 15), "Mara Voss"),
        ("Ab dem 24. März 2025 bin ich wieder da. Meine Vertretung übernimmt Herr Jan Kuhn.",
         date(2025, 3, 24), "Jan Kuhn"),
        ("Je suis absent jusqu'au 12 mars inclus. Vous pouvez contacter anne@pompes.example",
         date(2025, 3, 13), "anne@pompes.example"),
        ("De retour le 20 janvier.", date(2026, 1, 20), ""),
        ("Estaré fuera hasta el 15 de marzo. Póngase en contacto con Luis García.",
         date(2025, 3, 15), "Luis García"),
        ("Rientrerò il 20 marzo 2025. Per urgenze rivolgersi a Paolo Rossi, paolo@pompe.example",
         date(2025, 3, 20), "paolo@pompe.example"),
        ("Ik ben afwezig van 3 maart tot en met 14 maart. Neem contact op met Piet de Vries.",
         date(2025, 3, 15), "Piet de Vries"),
    ],
)  # fmt: skip
def test_return_and_successor_are_read_in_six_languages(
    text: str, until: date | None, successor: str
) -> None:
    found = absence(text, SAID)
    assert (found.until, found.successor) == (until, successor)


def test_both_are_found_where_they_stand() -> None:
    text = "Back on 10 March. Please contact Bo Berg."
    found = absence(text, SAID)
    spans = (found.until_at, found.successor_at)
    assert [span.of(text) for span in spans if span] == ["10 March", "Bo Berg"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10/3", [date(2025, 3, 10)]),
        ("3/10", [date(2025, 3, 10)]),
        ("3.10.", [date(2025, 10, 3)]),
        ("2025-12-24", [date(2025, 12, 24)]),
        ("24 december 2025, 1 feb", [date(2025, 12, 24), date(2026, 2, 1)]),
        ("May 5 2027", []),
        ("31 February", []),
        ("Tuesday", [date(2025, 3, 11)]),
        ("Mittwoch, 12. März", [date(2025, 3, 12)]),
    ],
)
def test_days_are_the_next_of_their_name(text: str, days: list[date]) -> None:
    assert [day for day, _ in days_said(text, SAID)] == days


@given(st.text(), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_no_text_raises_and_no_return_lies_before_the_mail(text: str, said: date) -> None:
    found = absence(f"back on {text} until {text} contact {text}", said)
    assert found.until is None or 0 <= (found.until - said).days <= AHEAD + 1
