"""A person who is erased is nowhere in the ledger, and no import brings them back."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from kith.ledger.activities.models import Activity, ActivityText, Participant
from kith.ledger.imports.models import Batch, LeftOut
from kith.ledger.people.models import Account, Address, Contact, Erased
from kith.ledger.rights.models import Audit, User
from kith.ledger.search.models import SearchEntry
from kith.ledger.whole.models import Erasure
from kith.pipeline.erase import erase, plan
from kith.pipeline.ingest import import_mail
from kith.terms.errors import BadInput, Refused
from kith.terms.words import Level
from tests.ledger.content import content
from tests.ledger.letters import NOON, Letter, folder
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.test_levels import finds

pytestmark = pytest.mark.django_db(transaction=True)

WANDA = "Wanda Quillfeather <w.quillfeather@heron.example>"
WANDAS = "w.quillfeather@heron.example"
OTTO = "Otto Lund <otto@heron.example>"

# Wanda alone; Wanda among others; a mail of others that speaks of her.
FROM_HER = Letter("a", sender=WANDA, text="Please send the drawing.\nWanda", subject="Drawing")
TO_HER = Letter("b", sender=ANN, to=(WANDAS,), text="Dear Wanda, here it is.", refers=("a",))
WITH_HER = Letter(
    "c",
    sender=OTTO,
    to=(ANN,),
    cc=(WANDA,),
    subject="Wanda Quillfeather's pump",
    text=(
        "Hello Ann,\n\nQuillfeather and I will come. Could Wanda bring the plan?\n\n"
        f"On Monday {WANDA} wrote:\n> I am Wanda\n> Quillfeather.\n"
    ),
)
OF_HER = Letter(
    "d",
    sender="Lena Marsh <lena@marsh.example>",
    text=f"Do you know WANDA QUILLFEATHER ({WANDAS.upper()})? Wanda is good.",
    sent=NOON + timedelta(days=400),
)
NOT_HER = Letter("e", sender=OTTO, text="The seals are here.", subject="Seals")
ALL = (FROM_HER, TO_HER, WITH_HER, OF_HER, NOT_HER)


def everything() -> str:
    """Every text of every table of the ledger, as one."""
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if t[:7] == "ledger_"]
        if connection.vendor == "sqlite":
            tables.remove("ledger_search")  # keeps words alone, which ledger_search_word shows
            assert "ledger_search_word" in tables
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(rows)


def traces() -> list[str]:
    return [
        line[:300]
        for line in everything().splitlines()
        if any(word in line.casefold() for word in ("wanda", "quillfeather", "w.quill"))
    ]


def test_who_is_erased_is_in_no_row(firm: User, bring_in: BringIn) -> None:
    bring_in(*ALL)
    assert len(traces()) > 8
    done = erase("W.Quillfeather@Heron.example", actor=firm)
    assert traces() == []
    assert done.state == Erasure.DONE
    assert done.whom == {}
    assert done.counts["mails deleted"] == 2
    assert done.counts["mails they were taken out of"] == 1
    assert done.counts["mails that named them"] == 1
    assert done.counts["addresses"] == 1
    assert set(Contact.objects.values_list("name", flat=True)) == {"Otto Lund", "Lena Marsh"}
    assert Activity.objects.count() == 3


def test_what_is_said_beside_them_stays_and_spans_move_with_it(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(*ALL)
    before = ActivityText.objects.get(activity__subject=WITH_HER.subject)
    new = before.text[before.new_from : before.new_until]
    erase(WANDAS, actor=None)
    kept = Activity.objects.get(subject="[erased]'s pump")
    text = ActivityText.objects.get(activity=kept)
    assert "[erased] and I will come. Could [erased] bring the plan?" in text.text
    assert "On Monday [erased] <[erased]> wrote:\n> I am [erased]." in text.text
    now = text.text[text.new_from : text.new_until]
    assert now == new.replace("Quillfeather", "[erased]").replace("Wanda", "[erased]")
    assert ActivityText.objects.filter(text__contains="The seals are here.").exists()


def test_the_search_index_holds_what_is_left_and_no_more(firm: User, bring_in: BringIn) -> None:
    bring_in(*ALL)
    erase(WANDAS, actor=None)
    token = SearchEntry.objects.first().sees_body.split()[-1]  # type: ignore[union-attr]
    for word in ("wanda", "quillfeather", "drawing"):
        assert not finds(word, token)
    assert finds("plan", token)
    assert finds("pump", token)
    assert SearchEntry.objects.count() == 3


def test_no_import_brings_them_back(firm: User, bring_in: BringIn, tmp_path: Path) -> None:
    bring_in(NOT_HER)
    before = content()
    erase(WANDAS, actor=None)  # the ledger does not know her, and never will
    assert content() == before
    batch = bring_in(*ALL)
    assert (batch.read, batch.kept, batch.seen) == (5, 2, 1)
    out = LeftOut.objects.filter(batch=batch, code=LeftOut.ERASED)
    assert out.count() == 2
    assert out.exclude(message_key=None).exclude(day=None).count() == 2
    # Of her name the ledger could know nothing but where it stood beside her address.
    assert traces() == []
    assert Address.objects.filter(domain="heron.example").count() == 1


def test_erased_then_imported_is_as_imported_then_erased(firm: User, bring_in: BringIn) -> None:
    bring_in(*ALL)
    erase(WANDAS, actor=None)
    after = content()
    batch = bring_in(*ALL)
    assert (batch.kept, batch.seen) == (0, 3)
    assert content() == after
    assert traces() == []


def test_a_name_without_an_address_is_known_again(firm: User, bring_in: BringIn) -> None:
    bring_in(*ALL)
    erase(WANDAS, actor=None)
    bring_in(Letter("z", sender=OTTO, text="I met Quillfeather, Wanda. Wanda says hello."))
    assert traces() == []
    assert ActivityText.objects.filter(text__contains="I met [erased]. [erased] says").exists()


def test_a_mail_that_loses_its_only_account_is_its_owners_alone(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(
        Letter("a", sender="some.body@gmail.com", cc=(WANDA,), subject="Canarysubject"),
        share=Level.FULL,
    )
    assert Activity.objects.get().open_level == Level.FULL
    erase(WANDAS, actor=None)
    row = Activity.objects.get()
    assert row.open_level == Level.NOTHING
    assert not finds("canarysubject", "everyone")
    assert finds("canarysubject", SearchEntry.objects.get().sees_body)
    assert not Account.objects.exists()


def test_all_addresses_of_a_merged_person_go(firm: User, bring_in: BringIn) -> None:
    from kith.ledger.people.merge_writers import merge

    bring_in(FROM_HER, Letter("p", sender="Wandi Q <wandi@private.example>", text="Hi"), NOT_HER)
    one, other = (
        Contact.objects.get(address__address=a) for a in (WANDAS, "wandi@private.example")
    )
    merge(one, other, actor=firm)
    found = plan("wandi@private.example")
    assert found.deleted == 2
    erase("wandi@private.example", actor=firm)
    assert traces() == []
    assert "wandi" not in everything().casefold()
    assert bring_in(FROM_HER).kept == 0


def test_somebody_elses_name_stays_theirs(firm: User, bring_in: BringIn) -> None:
    bring_in(
        *ALL,
        Letter("n", sender="Wanda Quillfeather <wq@other.example>", text="Another Wanda"),
    )
    assert plan(WANDAS).namesakes == ("wq@other.example",)
    erase(WANDAS, actor=None)
    left = everything()
    assert WANDAS not in left.casefold()
    assert Contact.objects.get(address__address="wq@other.example").name == "Wanda Quillfeather"
    assert ActivityText.objects.filter(text__contains="Another Wanda").exists()
    bring_in(Letter("y", sender="Wanda Quillfeather <wq@other.example>", text="Wanda again"))
    assert ActivityText.objects.filter(text__contains="Wanda again").exists()


def test_a_colleague_of_the_same_first_name_keeps_it(firm: User, bring_in: BringIn) -> None:
    bring_in(
        Letter(
            "a", sender=OTTO, to=("Wanda Ohm <w.ohm@firm.example>",), cc=(WANDA,),
            text="Dear Wanda, Ms Quillfeather agrees.",
        )
    )  # fmt: skip
    erase(WANDAS, actor=None)
    assert ActivityText.objects.get().text.strip() == "Dear Wanda, Ms [erased] agrees."


@pytest.mark.parametrize(
    ("address", "error"),
    [
        (ANN, Refused),
        ("somebody@firm.example", Refused),
        ("no address", BadInput),
        ("@heron.example", BadInput),
    ],
)
def test_colleagues_and_what_is_no_address_are_refused(
    address: str, error: type[Exception], firm: User, bring_in: BringIn
) -> None:
    bring_in(NOT_HER)
    with pytest.raises(error):
        erase(address, actor=None)
    assert not Erased.objects.exists()
    assert not Erasure.objects.exists()


def test_other_tables_are_looked_through_too(firm: User, bring_in: BringIn, tmp_path: Path) -> None:
    from kith.ledger.rights.writers import note

    path = folder(tmp_path / WANDAS, ALL)
    (path / f"{WANDAS}.eml").write_bytes(b"no mail at all")
    import_mail(path, mailbox=ANN)
    note("say", "thing", 1, actor=firm, old={"Wanda Quillfeather": [WANDAS]}, why="W: " + WANDA)
    erase(WANDAS, actor=firm)
    assert traces() == []
    row = Audit.objects.get(verb="say")
    assert row.old == {"[erased]": ["[erased]"]}
    assert "[erased]" in Batch.objects.get().path
    assert LeftOut.objects.get(code=LeftOut.REFUSED).position == "[erased].eml"


def test_what_erasing_did_is_in_the_audit_without_a_name(firm: User, bring_in: BringIn) -> None:
    bring_in(*ALL)
    erase(WANDAS, actor=firm)
    row = Audit.objects.get(verb="erase")
    assert row.actor == firm
    assert row.new["mails deleted"] == 2
    assert json.dumps(row.new).casefold().find("wanda") == -1


def test_nobody_else_loses_anything(firm: User, bring_in: BringIn) -> None:
    bring_in(NOT_HER, Letter("f", sender=ANN, to=(OTTO, BEN), text="See you."))
    before = content()
    bring_in(FROM_HER, TO_HER)
    erase(WANDAS, actor=None)
    assert content() == before
    assert Participant.objects.count() == 5


def test_what_is_answered_line_by_line_stays_so(firm: User, bring_in: BringIn) -> None:
    text = (
        f"On Monday {WANDA} wrote:\n> Shall Wanda Quillfeather come?\nYes, Wanda.\n"
        "> And when, asks Quillfeather?\nOn Friday."
    )
    bring_in(Letter("a", sender=OTTO, text=text))
    before = ActivityText.objects.get()
    (quoted,) = before.quoted_within
    assert before.text[slice(*quoted)].strip() == "> And when, asks Quillfeather?"
    erase(WANDAS, actor=None)
    after = ActivityText.objects.get()
    assert after.text[after.new_from : after.new_until].startswith("Yes, [erased].")
    assert [after.text[slice(*pair)].strip() for pair in after.quoted_within] == [
        "> And when, asks [erased]?"
    ]
