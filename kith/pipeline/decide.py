"""What one mail means before the ledger is asked: its direction, who counts in it, what it says.

Pure: a record in, an `IncomingMail` out. Which addresses are known, and to whom they lead, is the
writers' business.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kith.ledger.activities.incoming import IncomingMail, IncomingParty
from kith.ledger.imports.message_keys import message_key
from kith.ledger.people.erased import ErasedPeople
from kith.pipeline.blocked import Blocks
from kith.pipeline.noticed import NOTICING, noticed
from kith.pipeline.once import Once
from kith.pipeline.organisations import OurDomains
from kith.pipeline.thread_keys import subject_keys, word_keys
from kith.reading.giving import giving
from kith.reading.questions import asks
from kith.reading.quotes import between, new_text
from kith.reading.trade import summed, trade
from kith.terms.records import MailRecord, Party
from kith.terms.subjects import fold_subject
from kith.terms.words import Direction, Level, Part, Says, Side, Sort

MASS = 10  # more outside persons than this is mass mail
LONGEST_ADDRESS = 320
LONGEST_SUBJECT = 998
NO_BLOCKS = Blocks()
_new_text, _asks, _trade = Once(new_text), Once(asks), Once(trade)
_giving = Once(giving)


@dataclass(frozen=True, slots=True)
class House:
    """The firm as mail needs to know it. `zones`: of colleagues who live in another than `zone`.

    `blocks`: what the mailbox in question lets nothing in of. `erased`: who is to stay out; None
    where nobody is.
    """

    ours: OurDomains
    zone: ZoneInfo
    zones: Mapping[str, ZoneInfo]
    blocks: Blocks = NO_BLOCKS
    erased: ErasedPeople | None = None

    def day(self, moment: datetime, address: str) -> date:
        """The date of a moment where the address's person lives."""
        return moment.astimezone(self.zones.get(address, self.zone)).date()


# Somebody in a mail: the part they play, address and name, and whether they are ours.
Somebody = tuple[Part, Party, bool]


def everybody(record: MailRecord, house: House) -> list[Somebody]:
    """Who is in the mail, each once in each part; addresses too long to be one are left out.

    Who typed for somebody (Sender) is kept if ours: other firms' Senders are lists and machines.
    """
    holds = house.ours.holds
    return [
        (part, party, ours)
        for part, party in record.parties
        if len(address := party.address) <= LONGEST_ADDRESS
        and ((ours := holds(address)) or part != Part.SENDER)
    ]


def decide(
    record: MailRecord, present: list[Somebody], house: House, *, owner: str, keep: Level
) -> IncomingMail:
    """The mail as the ledger will hold it in the mailbox of `owner` at level `keep`."""
    sender, ours = next(((p.address, o) for part, p, o in present if part == Part.FROM), ("", True))
    addressed = {party.address: ours for part, party, ours in present if part > Part.SENDER}
    outside = {address for address, ours in addressed.items() if not ours}
    direction = _direction(record, outside, sender_is_ours=ours)
    subject = record.subject[:LONGEST_SUBJECT] if keep >= Level.SUBJECT else ""
    text = record.text if keep >= Level.FULL else ""
    new = _new_text(text)
    sort = _sort(record, house, sender_is_ours=ours)
    is_mass = len(outside) + record.cut > MASS or sort is Sort.LIST
    if direction is Direction.IN:
        is_mass = is_mass or _is_circular(present, sender)
    moment = record.sent_at
    day = house.day(moment, "") if moment else None
    # Only what comes in from a person, to one of us by name, puts a question to us: what names
    # nobody here went out as blind copies, and a copy asks somebody else.
    may_ask = (
        direction is Direction.IN
        and not (is_mass or record.automatic)
        and any(ours and part == Part.TO for part, _, ours in present)
    )
    asking = _asks(text, new, most=1) if may_ask else ()
    # What is said of trade between colleagues is said to nobody outside. Read as `asks` is: the
    # subject, too, only where the text is kept.
    said = _trade(subject, text, new) if text and (outside or not ours) else ()
    says = summed(said)
    # What we give is said by us, to one; who advertises gives to nobody.
    speaks = direction is Direction.OUT and not (is_mass or record.automatic or says & Says.NEWS)
    if speaks and text and _giving(text, new, most=1):
        says |= Says.GIVES
    # What many are told, or a machine says, is told apart by its Message-ID alone.
    alike = () if is_mass or record.automatic else outside if ours else {*outside, sender}
    said_keys, quote_keys = word_keys(text, new, alike)
    return IncomingMail(
        direction=direction,
        happened_at=moment,
        known_day=day,
        owner_day=house.day(moment, owner) if moment and owner in house.zones else day,
        offset_minutes=record.offset_minutes,
        undated_because=record.undated_because,
        subject=subject,
        text=text,
        new_from=new[0].start if new else 0,
        new_until=new[-1].end if new else 0,
        recipients=max(len(addressed) + record.cut, 1),
        is_mass=is_mass,
        is_automatic=record.automatic,
        asks=bool(asking),
        says=int(says),
        by_owner=record.sent and sender != owner,
        parties=tuple(_parties(present, direction, house, moment, day)),
        message_key=message_key(record.message_id) if record.message_id else None,
        reference_keys=tuple(map(message_key, record.references)),
        link_keys=subject_keys(fold_subject(subject), alike),
        content_key=record.content_key,
        asks_from=asking[0].start if asking else None,
        asks_until=asking[0].end if asking else None,
        quoted_within=between(new),
        said_keys=said_keys,
        quote_keys=quote_keys,
        sort=sort,
        dated_by=record.dated_by,
        notices=noticed(record, sender, text, day) if record.sort in NOTICING else (),
    )


def _sort(record: MailRecord, house: House, *, sender_is_ours: bool) -> Sort:
    """The record's; but a list of our own through which outsiders write to us is a shared address.

    (info@ as a group: what comes through it is somebody's word to the firm.)
    """
    shared = (
        record.sort is Sort.LIST
        and not sender_is_ours
        and record.list_host
        and house.ours.holds(f"list@{record.list_host}")
    )
    if shared:
        return Sort.ROBOT if record.automatic else Sort.PERSON
    return record.sort


def _is_circular(present: list[Somebody], sender: str) -> bool:
    """Whether To names nobody but the sender: it went to an unknown number as blind copies."""
    return not any(part == Part.TO and party.address != sender for part, party, _ in present)


def _direction(record: MailRecord, outside: set[str], *, sender_is_ours: bool) -> Direction:
    if record.sent or sender_is_ours:
        return Direction.OUT if outside else Direction.INTERNAL
    return Direction.IN


def _parties(
    present: list[Somebody],
    direction: Direction,
    house: House,
    moment: datetime | None,
    usual: date | None,
) -> Iterator[IncomingParty]:
    """Each with their side; an address counts once, in the first part it has. `usual`: the day of
    those whose zone is the firm's.
    """
    counted: set[str] = set()
    sides, zones = _SIDES[direction], house.zones
    for part, (address, _), ours in present:
        side = sides[ours][part]
        if side:
            if address in counted:
                side = 0
            counted.add(address)
        day = house.day(moment, address) if moment and address in zones else usual
        yield address, int(part), side, day


def _side(part: Part, direction: Direction, *, ours: bool) -> Side:
    """Who the two ends of the mail's touches are.

    Sent mail: From on our side, everybody outside it went to on theirs. Received mail: From on
    their side, colleagues in To on ours; copies are bystanders.
    """
    if direction is Direction.OUT:
        if part == Part.FROM:
            return Side.OURS if ours else Side.BYSTANDER
        return Side.BYSTANDER if ours else Side.THEIRS
    if direction is Direction.IN:
        if part == Part.FROM:
            return Side.THEIRS
        return Side.OURS if ours and part == Part.TO else Side.BYSTANDER
    return Side.BYSTANDER


# By direction, by whether they are ours, by part: what is asked for everybody in every mail.
_SIDES = {
    direction: [
        [0, *(_side(part, direction, ours=ours).value for part in Part)] for ours in (False, True)
    ]
    for direction in Direction
}
