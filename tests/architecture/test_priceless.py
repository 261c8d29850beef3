"""A relationship is never given a value in money: no signal, gauge, page or export holds one.

Money is told of what was sold, granted and given away. What is told of people and of closeness (all
signals of mail, and `standing`) has no money beside it that a reader could take for its worth.
"""

import re
from collections.abc import Iterable, Iterator

from django.apps import apps

from kith.pipeline.gauges import KEPT
from kith.pipeline.measure import SIGNALS
from kith.terms.shapes import Column, Shape
from tests.architecture.source import files, listed, shown
from tests.architecture.test_plain_words import sentences

MONEY = re.compile(r"ten-thousandths|currency|money|EUR|€", re.IGNORECASE)
# Whole sums of sales by month: their mean sorts the list of accounts.
SALES = {"trade_months"}
WORTH = re.compile(
    r"(?:relationship|tie|friendship|contact|customer|account)(?:'s|s)?[ _-](?:lifetime[ _-])?"
    r"(?:value|worth)\b"
    r"|(?:value|worth) (?:of|in) (?:the|a|this|your|each) (?:relationship|tie|friendship|contact)"
    r"|lifetime[ _-]value|\bclv\b|\bltv\b"
    r"|(?:Beziehungs|Kunden|Kontakt|Freundschafts)wert"
    r"|Wert (?:der|dieser|einer) (?:Beziehung|Freundschaft|Verbindung)",
    re.IGNORECASE,
)


def of_closeness(shape: Shape, needs: Iterable[str]) -> bool:
    """Whether a signal tells of people: nothing of trade in it, or closeness beside trade."""
    return not tuple(needs) or shape.name == "standing"


def priced(shape: Shape, needs: Iterable[str]) -> Iterator[str]:
    """Columns in which a signal gives a relationship a price."""
    close = of_closeness(shape, needs)
    for column in shape.columns:
        headline = column.name in ("value", "low", "high") and shape.name not in SALES
        if ((close or headline) and MONEY.search(column.meaning)) or WORTH.search(column.name):
            yield f"{shape.name}.{column.name}"


def test_no_signal_gives_a_relationship_a_price() -> None:
    found = [c for module in SIGNALS for c in priced(module.OUTPUT, getattr(module, "NEEDS", ()))]
    assert not found, listed(found)


def test_no_gauge_shows_money_beside_closeness() -> None:
    shapes = {
        module.OUTPUT.name: (module.OUTPUT, getattr(module, "NEEDS", ())) for module in SIGNALS
    }
    found = []
    for kept in KEPT:
        shape, needs = shapes[kept.signal]
        meaning = {column.name: column.meaning for column in shape.columns}
        if of_closeness(shape, needs):
            found += [f"{kept.name}.{part}" for part in kept.parts if MONEY.search(meaning[part])]
    assert not found, listed(found)


def test_no_sentence_tells_what_a_relationship_is_worth() -> None:
    said = [text for pair in sentences() for text in (pair[0], str(pair[1]))]
    templates = [
        f"{shown(file)}: {match[0]}"
        for file in files("kith", suffix=".html")
        for match in WORTH.finditer(file.read_text(encoding="utf-8"))
    ]
    found = [text for text in said if WORTH.search(text)] + templates
    assert not found, listed(found)


def test_nothing_that_is_kept_and_exported_is_such_a_price() -> None:
    names = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("ledger").get_models()
        for field in model._meta.get_fields()
    ]
    found = [name for name in names if WORTH.search(name)]
    assert not found, listed(found)


def test_a_price_would_be_found() -> None:
    """The checks above see what they are there to see."""
    ties = Shape("ties", "a tie", (Column("value", "float64", "worth in EUR a year"),))
    assert list(priced(ties, ())) == ["ties.value"]
    worth = Column("worth", "int64", "ten-thousandths of the firm's currency")
    assert list(priced(Shape("standing", "", (worth,)), ("lines",))) == ["standing.worth"]
    named = Column("relationship_value", "int64", "a figure")
    assert list(priced(Shape("other", "", (named,)), ("lines",))) == ["other.relationship_value"]
    sold = Column("revenue", "int64", "ten-thousandths of the firm's currency")
    assert list(priced(Shape("attention", "", (sold,)), ("lines",))) == []
    for said in ("The relationship value is 4,000.", "Customer lifetime value", "Der Kundenwert"):
        assert WORTH.search(said)
