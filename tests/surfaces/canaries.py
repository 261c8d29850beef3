"""A ledger, brought in by the front door, in which every word that is somebody's alone is unique.

Ann is the manager. Ben and Eva are representatives, Tom is a technician. Their mailboxes share who
and when (Ben), subjects too (Eva), everything (Tom).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.questions.given import GIVEAWAY
from kith.ledger.questions.who_writers import answer_who
from kith.ledger.rights.block_writers import block
from kith.ledger.rights.writers import invite
from kith.ledger.trade.giveaway_writers import came_back, give
from kith.ledger.trade.rise_writers import announce, waive
from kith.pipeline.aside import settle_accounts
from kith.pipeline.erase import erase
from kith.pipeline.ingest import import_mail
from kith.pipeline.refresh import refresh
from kith.pipeline.undo import undo
from kith.terms.words import Level, Role
from tests.allow import setting_up
from tests.ledger.letters import Letter, folder
from tests.pipeline.conftest import found

ANN, BEN, EVA, TOM = (f"{name}@firm.example" for name in ("ann", "ben", "eva", "tom"))
EVERYBODY = frozenset((ANN, BEN, EVA, TOM))
OPERATOR = ""  # the command line without --user


@dataclass(frozen=True)
class Canary:
    """A word, and who may meet it. `where`: what it stands in."""

    word: str
    where: str
    readers: frozenset[str]

    @property
    def begins(self) -> str:
        """What to search for: pages say again what was typed, so it is not the whole word."""
        return self.word[:-1]


def canary(word: str, where: str, *readers: str) -> Canary:
    return Canary(word, where, frozenset(readers))


CANARIES = (
    canary("zephyrine", "the subject of a mail that shares who and when", BEN),
    canary("quillwort", "its text", BEN),
    canary("saffronade", "a subject that is shared", *EVERYBODY),
    canary("marlinspike", "the text below it, which is not", EVA),
    canary("oxbowline", "a subject where all is shared", *EVERYBODY),
    canary("petrichor", "a text where all is shared", *EVERYBODY),
    canary("umbriel", "the name and address of a private person", BEN),
    canary("gossamerine", "the subject of private mail", BEN),
    canary("thistlewick", "its text", BEN),
    canary("quandary", "a private person in a mailbox that shares all", TOM),
    canary("larkspurian", "the subject of their mail", TOM),
    canary("bramblewax", "its text", TOM),
    canary("nightjarsol", "whom a blind copy went to", BEN),
    canary("whimbrelish", "why a finding was called wrong", BEN),
    canary("dunlinfile", "the place of a refused item", BEN, OPERATOR),
    canary("fenwickian", "the subject of blocked mail"),
    canary("tamarisked", "its text"),
    canary("crakeling", "who sent it"),
    canary("corvinarook", "an erased person's address and name"),
    canary("jackdawsong", "the text of their mail"),
    canary("ptarmiganella", "an account that its owner called private, where all is shared", TOM),
    canary("wagtailish", "the subject of its mail", TOM),
    canary("curlewing", "its text", TOM),
    canary("lapwingford", "who works there", TOM),
    canary("godwitting", "what was given to an account that is somebody's", ANN, BEN),
    canary("avocetish", "what came back for it", ANN, BEN),
    canary("sanderlings", "what somebody wrote down of an account of another's", ANN, BEN, EVA),
    canary("whinchat", "why an account was let off a price rise", ANN, BEN),
    canary("redshanks", "a price rise of one account", ANN, BEN),
    canary("quillmossy", "a mail in which something is given, which is asked about", BEN),
    canary("siskinette", "the text of mail that was taken back"),
)


def _ago(days: int) -> datetime:
    return datetime.now(UTC).replace(hour=9) - timedelta(days=days)


def letters() -> Iterator[tuple[str, Level, bool, list[Letter]]]:
    """Mailbox, share, whether it is a sent folder, and what lies in it."""
    cleo = "Cleo Crane <cleo@client.example>"
    yield BEN, Level.METADATA, True, [
        Letter("b1", sender=BEN, to=(cleo,), sent=_ago(12), text="Our offer."),
        Letter("b2", sender=BEN, to=(cleo,), sent=_ago(9), subject="Pumps", text="Greetings.",
               bcc=("Nightjarsol <nightjarsol@gmail.com>",)),
        Letter("b8", sender=BEN, to=(cleo,), sent=_ago(8),
               text="We will do the quillmossy repair free of charge for you."),
    ]  # fmt: skip
    yield BEN, Level.METADATA, False, [
        Letter("b3", sender=cleo, to=(BEN,), sent=_ago(5), subject="Zephyrine rebate",
               text="Could you send the quillwort clause?"),
        Letter("b4", sender="Ulla Umbriel <umbriel@gmail.com>", to=(BEN,), sent=_ago(4),
               subject="Gossamerine dinner", text="Thistlewick at eight?"),
        Letter("b5", sender="Hollis Crakeling <crakeling@blocked.example>", to=(BEN,),
               subject="Fenwickian", text="Tamarisked.", sent=_ago(3)),
        Letter("b6", sender="Corvinarook Black <corvinarook@client.example>", to=(BEN,),
               sent=_ago(3), text="Jackdawsong."),
        Letter("b7", sender=cleo, to=(BEN,), cc=("corvinarook@client.example",), sent=_ago(2),
               text="Corvinarook Black will come."),
    ]  # fmt: skip
    yield EVA, Level.SUBJECT, False, [
        Letter("e1", sender="Dana Dorn <dana@dealer.example>", to=(EVA,), sent=_ago(6),
               subject="Saffronade order", text="The marlinspike price?"),
    ]  # fmt: skip
    yield TOM, Level.FULL, False, [
        Letter("t1", sender="Gus Grau <gus@garage.example>", to=(TOM,), sent=_ago(6),
               subject="Oxbowline visit", text="It smells of petrichor."),
        Letter("t2", sender="Vesper Quandary <v.quandary@gmail.com>", to=(TOM,), sent=_ago(5),
               subject="Larkspurian", text="Bramblewax."),
        Letter("t3", sender="Vesper Quandary <vesper.quandary@web.de>", to=(TOM,), sent=_ago(4),
               subject="Larkspurian too", text="Bramblewax again."),
        Letter("t4", sender="Lapwingford Low <low@ptarmiganella.example>", to=(TOM,), sent=_ago(4),
               subject="Wagtailish sale", text="Could you send the curlewing?"),
    ]  # fmt: skip


def build(path: Path) -> None:
    """The ledger, with a finished run; `path`: where the mail lies."""
    ann = found()
    for email, name, role in (
        (BEN, "Ben Okoro", Role.REPRESENTATIVE),
        (EVA, "Eva Holm", Role.REPRESENTATIVE),
        (TOM, "Tom Reed", Role.TECHNICIAN),
    ):
        invite(email, name, role, actor=ann)
    block(m.Block.DOMAIN, "blocked.example", None, actor=ann)
    for number, (mailbox, share, sent, rows) in enumerate(letters()):
        place = folder(path / f"box{number}", rows, sent=sent)
        if mailbox == BEN and not sent:
            (place / "dunlinfile.eml").write_bytes(b"no mail at all")
        import_mail(place, mailbox=mailbox, share=share)
    taken_back = folder(path / "back", [Letter("x", to=(BEN,), text="Siskinette.", sent=_ago(3))])
    undo(import_mail(taken_back, mailbox=BEN).pk)
    erase("corvinarook@client.example", actor=ann)
    refresh()  # as if it had counted before it was called private
    tom = m.User.objects.get(email=TOM)
    private = m.AccountDomain.objects.get(domain="ptarmiganella.example").account_id
    answer_who([private], "private", why="sitting", actor=tom)
    settle_accounts()
    run = refresh()
    finding = m.Finding.objects.filter(user__email=BEN).order_by("pk").first()
    assert finding is not None
    assert finding.user is not None
    assert m.Question.objects.filter(kind=GIVEAWAY, put_to__email=BEN).exists()
    _give()
    with setting_up():
        m.Verdict.objects.create(
            key="another", kind=finding.kind, account=finding.account, user=finding.user,
            verb="wrong", why="Whimbrelish", given_on=run.as_of, recorded_at=timezone.now(),
        )  # fmt: skip


def _give() -> None:
    """Ben's client is given something by Ann, the manager, and by Eva."""
    ann, ben, eva = (m.User.objects.get(email=email) for email in (ANN, BEN, EVA))
    client = m.AccountDomain.objects.get(domain="client.example").account
    with setting_up():
        m.Account.objects.filter(pk=client.pk).update(owner=ben)
    worth: dict[str, Any] = {"value_list": 1, "value_cost": None, "currency": "EUR"}
    day = _ago(40).date()
    row = give(client, kind="work", what="Godwitting", day=day, **worth, actor=ann)
    came_back(row, what="Avocetish", day=day, actor=ann)
    give(client, kind="gift", what="Sanderlings", day=day, **worth, actor=eva)
    rise = announce(name="Prices", share=1, announced_on=day, effective_on=day, actor=ann)
    waive(rise, client, kind="waived", why="Whinchat", day=day, actor=ben)
    announce(
        name="Redshanks", share=1, announced_on=day, effective_on=day, account=client, actor=ben
    )
