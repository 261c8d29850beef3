"""The cast: three people of Hart Pumps, and what each may see.

- Ada Hart, representative: her own mail whole. Ben's: who and when, no subject.
- Ben Okoro, representative: his own mail whole. Ada's: who and when, no subject.
- Mia Lindqvist, manager: nobody's words; who and when of all, and the findings nobody owns.

Everything is invented. `CANARY` words stand in private mail only.
"""

from dataclasses import dataclass
from datetime import timedelta

from kith.ledger import models as m
from kith.terms.words import Level, Role
from tests.surfaces.ledger_of import DAY, Ledger
from tests.surfaces.trade_of import trade_of

CANARY_SUBJECT = "Zephyrine rebate"
CANARY_TEXT = "quillwort clause"
ADA, BEN, MIA = "Ada Hart", "Ben Okoro", "Mia Lindqvist"


@dataclass(frozen=True)
class Cast:
    """Who is there, and the rows that tests name."""

    ledger: Ledger
    ada: m.User
    ben: m.User
    mia: m.User
    account: m.Account
    mail: m.Activity
    private: m.Activity
    finding: m.Finding
    nobodys: m.Finding


def build(*, demo: bool = True) -> Cast:
    """The ledger of Hart Pumps on Monday, 18 May 2026."""
    ledger = Ledger.of("Hart Pumps", demo=demo)
    ada = ledger.user(ADA, Role.REPRESENTATIVE)
    ben = ledger.user(BEN, Role.REPRESENTATIVE)
    mia = ledger.user(MIA, Role.MANAGER)
    aster = ledger.account("Aster Dairy", ada)
    brook = ledger.account("Brook & Vane", ada)
    corvid = ledger.account("Corvid Paper Mill", ben)
    dunmore = ledger.account("Dunmore Breweries", ada)
    eider = ledger.account("Eider Water Works", ben)
    flint = ledger.account("Flint Chemicals", ada)
    for name, account in (
        ("Ines Falk", aster),
        ("Tomas Reed", aster),
        ("Petra Volk", aster),
        ("Otto Lund", aster),
        ("Jonas Weir", brook),
        ("Lena Marsh", corvid),
        ("Ravi Sand", corvid),
        ("Maud Perrin", dunmore),
        ("Karl Esser", eider),
        ("Nora Quist", flint),
    ):
        ledger.contact(name, account)

    def talk(name: str, ours: str, gaps: tuple[int, ...], last: int, subject: str) -> None:
        """Mails to and fro: theirs at the gaps before `last`, ours a day or two after each."""
        holder, ago = (ada if ours == ADA else ben), last
        for number, gap in enumerate(gaps):
            ledger.mail(
                ago, name, [ours], f"{subject} {len(gaps) - number}", "As agreed.", held_by=holder
            )
            if number and number % 3:
                ledger.mail(
                    ago - 1,
                    ours,
                    [name],
                    f"Re: {subject} {len(gaps) - number}",
                    "Thank you, I will see to it.",
                    held_by=holder,
                )
            ago += gap

    talk("Ines Falk", ADA, (9, 8, 11, 9, 7, 12, 9, 10, 9, 8), 31, "Seals for line")
    talk("Tomas Reed", ADA, (21, 30, 26, 18, 33, 24), 12, "Service visit")
    talk("Tomas Reed", BEN, (40, 35), 60, "Spare parts")
    talk("Petra Volk", BEN, (14, 60), 44, "Invoice address")
    talk("Jonas Weir", ADA, (6, 5, 8, 7, 6, 5), 6, "Pump station")
    talk("Lena Marsh", BEN, (4, 5, 3, 6, 4, 5, 4, 3, 5, 4), 3, "Dosing pumps")
    talk("Ravi Sand", BEN, (20, 25, 18), 15, "Acceptance test")
    talk("Maud Perrin", ADA, (13, 16, 12, 15, 14), 5, "Cellar pumps")
    talk("Karl Esser", BEN, (30, 28, 35), 70, "Borehole seven")
    for ago in (76, 58, 41, 22, 9):
        ledger.mail(
            ago, ADA, ["Nora Quist"], "Our offer of March", "May I ask where we stand?", held_by=ada
        )
    ask = ledger.mail(
        31,
        "Ines Falk",
        [ADA],
        "Price of the seals, line 4",
        "Dear Ada,\n\nline 4 will need 40 of the mechanical seals in June. Can you hold last year's"
        " price? I have to order by the end of the month.\n\nInes",
        held_by=ada,
        copies=["Tomas Reed"],
        quoted="On 9 April Ada Hart wrote:\n> The drawing is attached.\n> Ada",
    )
    waiting = ledger.mail(
        6,
        "Jonas Weir",
        [ADA],
        "Which impeller for station 3?",
        "Ada, bronze or steel? The crane is booked for the 27th.",
        held_by=ada,
    )
    private = ledger.mail(
        8,
        "Lena Marsh",
        [BEN],
        CANARY_SUBJECT,
        f"Between us: the {CANARY_TEXT} stays as it is.",
        held_by=ben,
        blind=["Ravi Sand"],
    )
    ledger.mail(
        2, "Maud Perrin", [ADA], "Open days", "We pour at six.", held_by=ada, open_level=Level.FULL
    )
    run = ledger.measure()
    trade_of(ledger, run, ada, ben)

    def found(
        user: m.User | None,
        kind: str,
        who: str,
        rank: float,
        since: int,
        numbers: dict[str, object],
        proof: list[m.Activity],
    ) -> m.Finding:
        contact = ledger.addresses[who].contact
        assert contact is not None
        return m.Finding.objects.create(
            series="live",
            key=f"{kind}:{contact.pk}",
            run=run,
            kind=kind,
            claim="fact",
            user=user,
            account=contact.employment_set.get().account,
            contact=contact,
            as_of=DAY,
            since=DAY - timedelta(days=since),
            found_on=DAY - timedelta(days=since // 2),
            stake=0.2,
            urgency=0.5,
            rank=rank,
            numbers=numbers,
            evidence=[row.pk for row in proof],
        )

    def mails_of(who: str) -> list[m.Activity]:
        rows = m.Activity.objects.filter(participant__address=ledger.addresses[who])
        return list(rows.distinct().order_by("-happened_at", "-id")[:8])

    quiet = found(
        ada,
        "gone_quiet",
        "Ines Falk",
        0.9,
        31,
        {"typical_gap": 9, "elapsed": 31},
        [ask, *mails_of("Ines Falk")[1:]],
    )
    found(ada, "unanswered", "Jonas Weir", 0.8, 6, {"waiting_days": 6}, [waiting])
    hangs: dict[str, object] = {"year_touches": 24, "others": 0}
    found(ada, "hangs_on_one", "Maud Perrin", 0.5, 90, hangs, mails_of("Maud Perrin"))
    found(
        ben,
        "gone_quiet",
        "Karl Esser",
        0.7,
        70,
        {"typical_gap": 30, "elapsed": 70},
        mails_of("Karl Esser"),
    )
    found(ben, "unanswered", "Lena Marsh", 0.6, 8, {"waiting_days": 8}, [private])
    nobodys = found(
        None,
        "gone_quiet",
        "Petra Volk",
        0.4,
        44,
        {"typical_gap": 14, "elapsed": 44},
        mails_of("Petra Volk"),
    )
    return Cast(ledger, ada, ben, mia, aster, ask, private, quiet, nobodys)
