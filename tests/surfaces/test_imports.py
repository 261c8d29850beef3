"""Imports as pages: who sees them, what they say, and what their owners alone can do to them."""

import csv
import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from kith.ledger import models as m
from kith.ledger.imports import queue_writers as queue
from kith.pipeline import upload
from kith.pipeline.nudge import nudged
from kith.terms.words import Role
from tests.allow import setting_up
from tests.surfaces.cast import CANARY_SUBJECT, Cast

pytestmark = pytest.mark.usefixtures("home")
Seen = Callable[[m.User | None], Client]


def text(response: Any) -> str:
    """The page's source on one line."""
    return " ".join(response.content.decode().split())


@pytest.fixture
def imports(cast: Cast) -> dict[str, m.Batch]:
    """A finished import of Ada's and one of Ben's, with an unreadable mail each."""
    made = {}
    for user in (cast.ada, cast.ben):
        batch = queue.receive(
            f"/x/{user.pk}", [f"={user.name}.mbox"], mailbox=cast.ledger.mailboxes[user.pk],
            actor=user,
        )  # fmt: skip
        m.Batch.objects.filter(pk=batch.pk).update(state="done", read=9, kept=8, refused=1)
        m.LeftOut.objects.create(
            batch=batch, position="1/mail.mbox@7", reason=f"{CANARY_SUBJECT}, unreadable"
        )
        made[user.name] = batch
    return made


def test_each_sees_their_own_imports_and_a_manager_all_but_no_word(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    ada, ben, mia = (text(seen_by(u).get("/imports/")) for u in (cast.ada, cast.ben, cast.mia))
    assert "=Ada Hart.mbox" in ada
    assert "=Ben Okoro.mbox" not in ada
    assert "=Ben Okoro.mbox" in ben
    assert "=Ada Hart.mbox" in mia
    assert "=Ben Okoro.mbox" in mia
    page = text(seen_by(cast.mia).get(f"/imports/{imports['Ben Okoro'].pk}/"))
    assert "Take it back" not in page
    assert CANARY_SUBJECT not in page
    assert "You know" not in page


def test_what_could_not_be_read_is_a_table_that_no_spreadsheet_runs(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    response = seen_by(cast.ada).get(f"/imports/{imports['Ada Hart'].pk}/refused.csv")
    rows = list(csv.reader(StringIO(response.content.decode())))
    assert rows == [["position", "reason"], ["'=Ada Hart.mbox@7", "Zephyrine rebate, unreadable"]]
    assert "attachment" in response["Content-Disposition"]


def test_what_could_not_be_read_stands_on_a_page_too(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    page = text(seen_by(cast.ada).get(f"/imports/{imports['Ada Hart'].pk}/refused/"))
    assert "=Ada Hart.mbox@7" in page
    assert "Zephyrine rebate, unreadable" in page
    assert "refused.csv" in page


@pytest.mark.parametrize("deed", ["undo", "resume", "stop", "discard", "start", "refused.csv"])
@pytest.mark.parametrize("who", ["ben", "mia"])
def test_nobody_else_does_anything_to_an_import(
    deed: str, who: str, cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    path = f"/imports/{imports['Ada Hart'].pk}/{deed}" + ("" if "." in deed else "/")
    client = seen_by(getattr(cast, who))
    response = client.get(path) if "." in deed else client.post(path)
    assert response.status_code == 404
    assert m.Batch.objects.get(pk=imports["Ada Hart"].pk).state == "done"


def test_the_end_says_whom_one_knows_once_it_is_worked_out(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    batch, client = imports["Ada Hart"], seen_by(cast.ada)
    run = m.Run.objects.latest("id")
    ties = m.Gauge.objects.filter(name="tie", until_run_id=None)
    mine = ties.filter(colleague_id=m.Colleague.objects.get(user=cast.ada).pk)
    with setting_up():
        m.Batch.objects.filter(pk=batch.pk).update(finished_at=run.started_at)
        m.Stamp.objects.create(shape="touches", year=2026, version=3)
        for gauge in mine:
            gauge.parts["two_way"] = bool(gauge.parts["n_in"] and gauge.parts["n_out"])
            gauge.save()
    people = mine.values("contact_id").distinct().count()
    firms = mine.values("account_id").distinct().count()
    two_way = mine.filter(parts__two_way=True).values("contact_id").distinct().count()
    page = text(client.get(f"/imports/{batch.pk}/"))
    plain = re.sub(r"<[^>]+>", "", page)
    said = f"You know {people} people in {firms} firms; {two_way} are two-way; 1 has gone quiet;"
    assert said in plain
    assert 1 < two_way < people
    assert "1 mail could not be read: here" in plain
    for which, count in (("people", people), ("firms", firms), ("two-way", two_way), ("quiet", 1)):
        assert f'<a href="/imports/known/{which}/">{count}' in page
        behind = text(client.get(f"/imports/known/{which}/"))
        assert behind.count('class="known__row"') == count
    assert "hx-trigger" not in page.split("<main")[1].split("</main>")[0]

    with setting_up():
        next_year = run.started_at.replace(year=run.started_at.year + 1)
        m.Batch.objects.filter(pk=batch.pk).update(finished_at=next_year)
    page = text(client.get(f"/imports/{batch.pk}/"))
    assert "not worked out yet" in page
    assert 'hx-trigger="every 1s"' in page
    with setting_up():  # a refresh that found nothing new to do
        run.report = {"stamps": sum(m.Stamp.objects.values_list("version", flat=True))}
        run.save()
    assert "You know" in text(client.get(f"/imports/{batch.pk}/"))


def test_what_moves_is_asked_for_again_and_what_stands_is_not(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    client, batch = seen_by(cast.ada), imports["Ada Hart"]
    for state, moves in (
        ("waiting", True), ("running", True), ("recalled", True), ("undoing", True),
        ("stopped", False), ("uploaded", False), ("undone", True),
    ):  # fmt: skip
        with setting_up():
            m.Batch.objects.filter(pk=batch.pk).update(state=state, bytes_total=10, bytes_done=4)
        lists = client.get("/imports/", HTTP_HX_REQUEST="true").content.decode()
        assert "<html" not in lists
        assert ("every 1s" in lists) == (moves and state != "undone"), state
        assert ('value="4"' in lists) == (state == "running")


def test_trouble_is_said(cast: Cast, imports: dict[str, m.Batch], seen_by: Seen) -> None:
    batch = imports["Ada Hart"]
    with setting_up():
        m.Batch.objects.filter(pk=batch.pk).update(state="stopped", trouble="No <mail> here.")
    page = text(seen_by(cast.ada).get(f"/imports/{batch.pk}/"))
    assert "No &lt;mail&gt; here." in page
    assert "Go on" in page


def test_an_undo_is_asked_for_twice_and_done_by_the_worker(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    client, batch = seen_by(cast.ada), imports["Ada Hart"]
    page = text(client.get(f"/imports/{batch.pk}/undo/"))
    assert "What will go" in page
    assert "What will stay" in page
    batch.refresh_from_db()
    assert batch.state == "done"
    assert client.post(f"/imports/{batch.pk}/undo/")["Location"] == f"/imports/{batch.pk}/"
    batch.refresh_from_db()
    assert batch.state == "recalled"
    assert nudged()
    response = client.post(f"/imports/{batch.pk}/resume/")
    assert response.status_code == 409
    assert "the import has moved on" in text(response)


def test_levels_are_changed_by_their_mailboxs_owner_alone(cast: Cast, seen_by: Seen) -> None:
    box = cast.ledger.mailboxes[cast.ada.pk]
    path = f"/mailboxes/{box.pk}/"
    for stranger in (cast.ben, cast.mia):
        assert seen_by(stranger).get(path).status_code == 404
        assert seen_by(stranger).post(path, {"share": "3"}).status_code == 404
    client = seen_by(cast.ada)
    assert client.post(path, {"keep": "2", "share": "2"})["Location"] == "/mailboxes/"
    box.refresh_from_db()
    assert (box.keep, box.share, box.settled_until) == (2, 2, 0)
    assert "Older mail follows" in text(client.get("/mailboxes/"))
    assert nudged()


def test_levels_stand_while_mail_comes_in_and_the_page_says_so(cast: Cast, seen_by: Seen) -> None:
    box = cast.ledger.mailboxes[cast.ada.pk]
    with setting_up():
        m.Batch.objects.filter(pk=cast.ledger.batch.pk).update(mailbox=box, state="running")
    response = seen_by(cast.ada).post(f"/mailboxes/{box.pk}/", {"share": "3"})
    assert response.status_code == 409
    assert "An import into ada@hartpumps.example is under way." in text(response)


def test_what_an_undo_leaves_is_said_without_whose_mailbox_holds_it(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    ours, theirs = imports["Ada Hart"], imports["Ben Okoro"]
    with setting_up():
        for batch in (ours, theirs, cast.ledger.batch):
            m.Arrival.objects.create(
                batch=batch, mailbox_id=batch.mailbox_id, kind=m.Arrival.ACTIVITY,
                object_id=cast.mail.pk, how=m.Arrival.SEEN,
            )  # fmt: skip
        m.Batch.objects.filter(pk=cast.ledger.batch.pk).update(mailbox=ours.mailbox)
    page = text(seen_by(cast.ada).get(f"/imports/{ours.pk}/undo/"))
    assert "its 1 mail" in page
    assert "1 mail: mail brought it too" in page  # her own, by its file's name
    assert "1 mail: a colleague’s import brought it too" in page
    assert "ben@" not in page


def test_a_kept_file_is_deleted_when_its_owner_says_so(
    cast: Cast, imports: dict[str, m.Batch], seen_by: Seen
) -> None:
    batch, folder = imports["Ada Hart"], upload.new_upload().resolve()
    with setting_up():
        m.Batch.objects.filter(pk=batch.pk).update(path=str(folder))
    client = seen_by(cast.ada)
    assert "Delete the file" in text(client.get(f"/imports/{batch.pk}/"))
    client.post(f"/imports/{batch.pk}/discard/")
    assert not folder.exists()
    assert m.Batch.objects.get(pk=batch.pk).state == "done"
    assert "Delete the file" not in text(client.get(f"/imports/{batch.pk}/"))


def test_who_has_no_mail_here_is_shown_the_way_to_bring_it_in(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        cy = cast.ledger.user("Cy Brand", Role.REPRESENTATIVE)
    page = text(seen_by(cy).get("/"))
    assert "None of your mail is here yet." in page
    assert 'href="/imports/new/"' in page
    with setting_up():
        box = cast.ledger.mailboxes[cy.pk]
        m.Batch.objects.filter(pk=cast.ledger.batch.pk).update(mailbox=box, read=3)
    assert "None of your mail" not in text(seen_by(cy).get("/"))
    assert "None of your mail" not in text(seen_by(cast.ada).get("/"))  # there is enough to do
