"""Sheets by the import page: found, corrected, tried, brought in, refused rows handed back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.ledger import models as m
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline import upload
from kith.pipeline.nudge import nudged
from kith.pipeline.upload_queue import work_through
from kith.terms.words import Role
from tests.allow import setting_up
from tests.sources.sheets.xlsx import workbook
from tests.surfaces.cast import ADA, BEN, MIA
from tests.surfaces.ledger_of import Ledger

pytestmark = [pytest.mark.usefixtures("home"), pytest.mark.django_db(transaction=True)]
Seen = Callable[[m.User | None], Client]
HEAD = "Rechnung;Pos;Datum;Kunde;Artikel;Menge;Netto;Währung"
LINES = (
    HEAD,
    "R1;1;03.02.2026;Aster Dairy GmbH;Pumpe;2;1.240,50;EUR",
    "R1;2;03.02.2026;Aster Dairy GmbH;Dichtung;10;865,00;EUR",
    "R2;1;31.02.2026;Corvid Paper Mill AG;Pumpe;1;620,25;EUR",
    "R3;1;14.04.2026;Corvid Paper Mill AG;=cmd|'x';1;98,00;EUR",
)
SHEET = "\r\n".join(LINES).encode("cp1252")


@pytest.fixture
def mia(db: None) -> m.User:
    """The manager of a firm whose ledger is empty, and two representatives."""
    ledger = Ledger.of("Hart Pumps", demo=False)
    for name in (ADA, BEN):
        ledger.user(name, Role.REPRESENTATIVE)
    m.Batch.objects.all().delete()
    user = ledger.user(MIA, Role.MANAGER)
    m.Address.objects.all().delete()
    m.Colleague.objects.all().delete()  # as mail would bring them, and there is none
    return user


@pytest.fixture
def client(mia: m.User, seen_by: Seen) -> Client:
    return seen_by(mia)


def send(client: Client, *files: tuple[str, bytes]) -> Any:
    carried = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post("/imports/new/", {"share": "1", "keep": "3", "mail": carried})


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def sent(client: Client, data: bytes = SHEET, name: str = "Rechnungen.csv") -> m.Batch:
    send(client, (name, data))
    return m.Batch.objects.latest("id")


def chosen(client: Client, batch: m.Batch, **other: str) -> dict[str, str]:
    """The form as the page offers it."""
    from_page = client.get(f"/imports/{batch.pk}/start/").context
    told = {f"col-{one.number}": one.field for one in from_page["columns"]}
    told |= {f"const-{one.name}": one.text for one in from_page["constants"]}
    told |= {f"percent-{name}": "on" for name, _, is_on in from_page["percents"] if is_on}
    return {**told, "match": from_page["match"], **other}


def start(client: Client, batch: m.Batch, do: str, **other: str) -> Any:
    return client.post(f"/imports/{batch.pk}/start/", chosen(client, batch, do=do, **other))


def test_a_sheet_leads_to_what_it_is_and_says_under_its_own_name(
    client: Client, home: Path
) -> None:
    response = send(client, ("Rechnungen 2026.CSV", SHEET))
    batch = m.Batch.objects.get()
    assert response["Location"] == f"/imports/{batch.pk}/start/"
    assert (batch.kind, batch.state, batch.mailbox) == ("orders", "uploaded", None)
    assert batch.how["look"]["name"] == "Rechnungen 2026"
    assert Path(batch.path).read_bytes() == SHEET
    assert Path(batch.path).parent.parent.parent == (home / "uploads").resolve()
    shown = page(client, response["Location"])
    for word in ("Rechnungen 2026.CSV", "cp1252", "03.02.2026 · 31.02.2026", "1.240,50"):
        assert word in shown
    assert '<option value=";" selected>semicolons</option>' in shown
    assert '<option value="dmy" selected>' in shown
    assert not nudged()
    assert not m.Mailbox.objects.filter(owner__name=MIA, address="x").exists()


def test_only_managers_bring_the_firms_books_in_and_see_them(
    mia: m.User, client: Client, seen_by: Seen, home: Path
) -> None:
    ada = seen_by(m.User.objects.get(name=ADA))
    response = send(ada, ("Rechnungen.csv", SHEET))
    assert response.status_code == 400
    assert "only a manager brings them in" in response.content.decode()
    assert not m.Batch.objects.exists()
    assert list((home / "uploads").iterdir()) == []
    batch = sent(client)
    for path in ("", "start/", "refused/", "refused.csv", "undo/"):
        assert ada.get(f"/imports/{batch.pk}/{path}").status_code == 404
    assert "Rechnungen.csv" not in page(ada, "/imports/")
    with setting_up():
        other = Ledger(m.Firm.objects.get(), batch).user("Zoe Lind", Role.MANAGER)
    assert seen_by(other).get(f"/imports/{batch.pk}/start/").status_code == 200


def test_mail_and_sheets_do_not_go_together_and_nothing_is_left_of_either(
    client: Client, home: Path
) -> None:
    response = send(client, ("a.csv", SHEET), ("Inbox.mbox", b"From x\n\nHi"))
    assert response.status_code == 400
    assert "do not go together" in response.content.decode()
    assert list((home / "uploads").iterdir()) == []


def test_what_is_no_sheet_is_named_as_its_owner_calls_it(client: Client, home: Path) -> None:
    response = send(client, ("Kunden.csv", b"\x1f\x8b\x08packed"))
    assert response.status_code == 400
    assert "Kunden.csv is packed." in response.content.decode()
    assert "mail.csv" not in response.content.decode()
    assert not m.Batch.objects.exists()
    assert list((home / "uploads").iterdir()) == []


def test_several_sheets_become_an_import_each(client: Client) -> None:
    prices = b"Article;List;Price;Currency\r\nP-1;Ours;12,50;EUR\r\n"
    response = send(client, ("orders.csv", SHEET), ("prices.csv", prices))
    assert response["Location"] == "/imports/"
    assert list(m.Batch.objects.order_by("id").values_list("names", flat=True)) == [
        "orders.csv", "prices.csv",
    ]  # fmt: skip
    paths = set(m.Batch.objects.values_list("path", flat=True))
    assert len({Path(path).parents[1] for path in paths}) == 2
    upload.clear(m.Batch.objects.order_by("id")[0].path)
    assert [Path(path).exists() for path in sorted(paths)].count(True) == 1


def test_how_it_is_written_is_corrected_and_the_columns_follow(client: Client) -> None:
    odd = b"Invoice,Date,Customer,Net\n1,02/03/2026,Aster,12.50\n"
    batch = sent(client, odd, "odd.csv")
    look = batch.how["look"]
    told = {
        "do": "look", "kind": "orders", "encoding": look["encoding"], "delimiter": ";",
        "header_row": "1", "decimal": look["decimal"], "date_order": look["date_order"],
    }  # fmt: skip
    client.post(f"/imports/{batch.pk}/start/", told)
    batch.refresh_from_db()
    assert batch.how["look"]["columns"] == ["Invoice,Date,Customer,Net"]
    assert batch.how["map"]["columns"] == {}
    client.post(f"/imports/{batch.pk}/start/", {**told, "delimiter": ",", "date_order": "mdy"})
    batch.refresh_from_db()
    assert batch.how["look"]["date_order"] == "mdy"
    assert batch.how["map"]["columns"]["day"] == "Date"


def test_another_kind_has_its_own_fields(client: Client) -> None:
    batch = sent(client)
    look = batch.how["look"]
    told = {name: str(look[name]) for name in ("encoding", "delimiter", "header_row", "decimal",
                                               "date_order")}  # fmt: skip
    client.post(f"/imports/{batch.pk}/start/", {**told, "do": "look", "kind": "products"})
    batch.refresh_from_db()
    assert batch.kind == "products"
    assert "product family" in page(client, f"/imports/{batch.pk}/start/")


def test_a_try_says_what_would_come_of_it_and_keeps_nothing(client: Client) -> None:
    batch, before = sent(client), content_hash()
    response = start(client, batch, "try")
    shown = " ".join(response.content.decode().split())
    assert "Its 4 rows: <strong>3 new</strong>, 0 changed, 0 the same" in shown
    assert "1 refused" in shown
    assert "“31.02.2026” in Datum is no day here." in shown
    assert "2 new customers." in shown
    assert content_hash() == before
    assert not m.InvoiceLine.objects.exists()
    assert m.Batch.objects.get().state == "uploaded"


def test_what_is_missing_is_said_before_anything_is_tried(client: Client) -> None:
    batch = sent(client)
    number = next(
        one.number
        for one in client.get(f"/imports/{batch.pk}/start/").context["columns"]
        if one.field == "invoice"
    )
    for do in ("try", "go"):
        response = start(client, batch, do, **{f"col-{number}": ""})
        assert response.status_code == 400
        assert "Nothing says the number of the invoice or order." in response.content.decode()
    assert m.Batch.objects.get().state == "uploaded"
    response = start(client, batch, "map", **{f"col-{number}": "line"})
    assert "Two columns are said to be the number of the line on it." in response.content.decode()


def test_it_comes_in_and_its_page_says_what_was_refused_and_asked(client: Client) -> None:
    batch = sent(client)
    response = start(client, batch, "go")
    assert response["Location"] == f"/imports/{batch.pk}/"
    assert nudged()
    assert "It waits for its turn" in page(client, f"/imports/{batch.pk}/")
    work_through()
    batch.refresh_from_db()
    assert (batch.state, batch.kept, batch.refused) == ("done", 3, 1)
    shown = page(client, f"/imports/{batch.pk}/")
    assert "It is in: 3 new of 4 rows." in shown
    assert "Download the refused rows" in shown
    assert "Refused" in shown
    refused = page(client, f"/imports/{batch.pk}/refused/")
    assert "R2 · 1 · 31.02.2026" in refused
    assert "Invoices or orders, line by line" in page(client, "/imports/")
    assert "1 refused" in page(client, "/imports/")


def test_refused_rows_come_back_as_they_stood_with_their_reason(client: Client) -> None:
    batch = sent(client)
    start(client, batch, "go")
    work_through()
    response = client.get(f"/imports/{batch.pk}/refused.csv")
    text = b"".join(response).decode("utf-8-sig")
    head, row = text.splitlines()
    assert head == HEAD.replace(";", ",") + ",Row,Reason"
    assert row.startswith("R2,1,31.02.2026,Corvid Paper Mill AG,Pumpe,1,")
    assert "no day" in row


def test_the_same_columns_are_chosen_again_as_somebody_chose_them(client: Client) -> None:
    batch = sent(client)
    number = next(
        one.number
        for one in client.get(f"/imports/{batch.pk}/start/").context["columns"]
        if one.name == "Artikel"
    )
    start(client, batch, "go", **{f"col-{number}": "product_number"}, match="name")
    work_through()
    again = sent(client, SHEET.replace(b"R1", b"R9"), "März.csv")
    assert again.how["map"]["columns"]["product_number"] == "Artikel"
    assert again.how["match"] == "name"
    assert "As Mia Lindqvist chose it" in page(client, f"/imports/{again.pk}/start/")


def test_all_of_it_is_taken_back(client: Client) -> None:
    empty = content_hash()
    batch = sent(client)
    start(client, batch, "go")
    work_through()
    assert content_hash() != empty
    shown = page(client, f"/imports/{batch.pk}/undo/")
    assert "the value before it comes back" in shown
    assert client.post(f"/imports/{batch.pk}/undo/").status_code == 302
    work_through()
    assert content_hash() == empty
    assert "It was taken back." in page(client, f"/imports/{batch.pk}/")
    assert not Path(batch.path).exists()


def test_no_second_sheet_is_tried_while_one_comes_in(client: Client) -> None:
    batch = sent(client)
    with setting_up():
        running = m.Batch.objects.get(pk=batch.pk)
        running.pk, running.state, running.path = None, "running", "elsewhere"
        running.save()
    response = start(client, batch, "try")
    assert response.status_code == 400
    assert "Another sheet is coming in" in response.content.decode()


def test_it_is_forgotten_with_its_file(client: Client) -> None:
    batch = sent(client)
    assert client.post(f"/imports/{batch.pk}/discard/").status_code == 302
    assert not m.Batch.objects.exists()
    assert not Path(batch.path).exists()


def test_a_workbook_comes_in_the_same_way(client: Client, tmp_path: Path) -> None:
    lines = [line.split(";") for line in LINES[:3]]
    book = workbook(tmp_path / "book.xlsx", {"Lines": lines, "Notes": [["nothing of use"]]})
    batch = sent(client, book.read_bytes(), "Rechnungen.xlsx")
    shown = page(client, f"/imports/{batch.pk}/start/")
    assert "<option selected>Lines</option>" in shown
    assert "Cells parted by" not in shown
    assert "<strong>2 new</strong>" in start(client, batch, "try").content.decode()
    client.post(f"/imports/{batch.pk}/start/", {"do": "look", "kind": "orders", "sheet": "Notes"})
    batch.refresh_from_db()
    assert batch.how["look"]["sheet"] == "Notes"


@pytest.mark.parametrize("data", [b"a;b\n\xff\xfe;\x00", b"x\n", b'"open;quote\n' * 3])
def test_odd_sheets_break_no_page(client: Client, data: bytes) -> None:
    response = send(client, ("odd.csv", data))
    assert response.status_code in (302, 400)
    for batch in m.Batch.objects.all():
        assert client.get(f"/imports/{batch.pk}/start/").status_code == 200
        for do in ("try", "map", "look"):
            told = {"do": do, "kind": "rates", "header_row": "9999999", "decimal": "x",
                    "encoding": "no-such", "delimiter": "tab", "col-0": "nothing"}  # fmt: skip
            assert client.post(f"/imports/{batch.pk}/start/", told).status_code in (302, 400)
            assert client.get(f"/imports/{batch.pk}/start/").status_code == 200
