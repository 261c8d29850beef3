"""docs/who-sees-what.md says what the code declares, and nothing is left undeclared."""

from django.apps import apps

from kith.ledger.whole.who_sees import ROWS
from kith.pipeline.measure import NAMES, SIGNALS
from kith.pipeline.who_sees import SIGNAL_SEEN_BY, page
from tests.architecture.source import ROOT


def test_every_table_says_who_sees_its_rows() -> None:
    tables = {model.__name__ for model in apps.get_app_config("ledger").get_models()}
    assert set(ROWS) == tables


def test_every_signal_says_who_sees_its_rows() -> None:
    assert {module.OUTPUT.name for module in SIGNALS} == set(NAMES)
    assert {module.SEEN_BY for module in SIGNALS} <= set(SIGNAL_SEEN_BY)


def test_how_one_of_us_works_is_theirs_alone() -> None:
    """Latency, hours, initiative, skills: what compares colleagues is nobody else's to see."""
    alone = {module.OUTPUT.name for module in SIGNALS if module.SEEN_BY == "self"}
    assert "threads_open" in alone
    assert not alone & {"ties", "contact_ties", "account_ties", "silence"}


def test_the_page_is_not_stale() -> None:
    kept = (ROOT / "docs/who-sees-what.md").read_text(encoding="utf-8")
    assert kept == page(), "run: make who-sees-what"
