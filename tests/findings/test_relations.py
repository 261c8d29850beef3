"""Of whom findings speak: what was said counts before what is guessed."""

import ibis
import pyarrow as pa
import pytest

from kith.facts.engine import open_engine
from kith.findings.find import findings
from kith.findings.relations import of_business
from kith.findings.sentence import speak
from kith.pipeline.measure import measures
from kith.terms.words import Relation
from tests.findings.touches import TODAY, Story
from tests.languages import GERMAN

ACCOUNTS = range(1, 9)


def kept(
    said: dict[int, str | None], guessed: dict[int, str | None] | None
) -> dict[int, str | None]:
    """Accounts whose findings stay, each with what the sentence says is only thought."""
    found = ibis.memtable({"account_id": list(ACCOUNTS), "key": [f"k{n}" for n in ACCOUNTS]})
    tables = {
        "accounts": ibis.memtable(
            pa.table(
                {
                    "account_id": pa.array(ACCOUNTS, pa.int64()),
                    "relation": pa.array([said.get(n) for n in ACCOUNTS], pa.string()),
                }
            )
        )
    }
    if guessed is not None:
        tables["relations"] = ibis.memtable(
            pa.table(
                {
                    "account_id": pa.array(list(guessed), pa.int64()),
                    "guess": pa.array(list(guessed.values()), pa.string()),
                }
            )
        )
    rows = of_business(found, tables).to_pyarrow().to_pylist()
    return {row["account_id"]: row["thought"] for row in rows}


@pytest.mark.parametrize("guesses", [None, {}, dict.fromkeys(ACCOUNTS)])
def test_where_nobody_says_or_guesses_anything_all_count(
    guesses: dict[int, str | None] | None,
) -> None:
    assert kept({}, guesses) == dict.fromkeys(ACCOUNTS)


def test_only_customers_and_prospects_as_guessed_stay_and_it_says_thought() -> None:
    guessed: dict[int, str | None] = {n + 1: str(word) for n, word in enumerate(Relation)}
    assert kept({}, guessed) == {1: "customer", 2: "prospect", 7: None, 8: None}


def test_a_word_stands_over_the_guess_either_way() -> None:
    said: dict[int, str | None] = {1: "supplier", 2: "customer", 3: "prospect", 4: "noise"}
    guessed: dict[int, str | None] = {1: "customer", 2: "supplier", 3: "prospect", 4: None}
    assert kept(said, guessed) == dict.fromkeys((2, 3, *range(5, 9)))


def test_a_supplier_raises_nothing_whatever_the_rule() -> None:
    story = Story()
    for contact in (1, 2, 3):
        story.mail("out", contact, 60, thread=contact)
        story.mail("in", contact, 4, thread=contact, asks=True)
    with (
        open_engine("duckdb") as backend,
        measures(
            {name: backend.create_table(name, rows) for name, rows in story.tables().items()},
            as_of=TODAY,
            report=print,
        ) as measured,
    ):
        relations = ibis.memtable({"account_id": [1, 2], "guess": ["supplier", "customer"]})
        found = findings({**measured, "relations": relations}, as_of=TODAY)
    assert {f.account_id: f.numbers.get("thought") for f in found} == {2: "customer", 3: None}


NAMES = {"contact": "Cleo Crane", "account": "Client"}


def test_the_sentence_says_that_it_is_only_thought() -> None:
    assert speak("unanswered", {"waiting_days": 4, "thought": "customer"}, NAMES) == (
        "Cleo Crane (Client, we think a customer) asked you something 4 days ago;"
        " nobody has answered."
    )
    said = speak("unanswered", {"waiting_days": 4, "thought": "prospect"}, NAMES)
    assert "we think a prospect" in said


@pytest.mark.parametrize("thought", [None, "", "supplier"])
def test_what_was_said_or_raises_nothing_is_not_thought(thought: str | None) -> None:
    assert "think" not in speak("unanswered", {"waiting_days": 4, "thought": thought}, NAMES)


def test_a_sentence_that_is_full_says_no_more() -> None:
    numbers = {"waiting_days": 4, "thought": "customer"}
    subject = " ".join(["word"] * 17)
    said = speak("unanswered", numbers, {**NAMES, "subject": subject})
    assert "think" not in said
    shorter = speak("unanswered", numbers, {**NAMES, "subject": "Price"})
    assert "think" in shorter


def test_another_language_says_it_its_own_way() -> None:
    thought = {"waiting_days": 4, "thought": "customer"}
    assert "(Client, vermutlich Kunde)" in speak("unanswered", thought, NAMES, language=GERMAN)
