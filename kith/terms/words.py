"""The closed sets of words. Values are what the ledger and the fact tables store."""

from enum import IntEnum, IntFlag, StrEnum


class Direction(StrEnum):
    """Who spoke, seen from us: `IN` is theirs, `OUT` is ours, `INTERNAL` met nobody outside."""

    IN = "in"
    OUT = "out"
    INTERNAL = "internal"


class Kind(StrEnum):
    """What an activity was. Also the channel of a touch."""

    EMAIL = "email"
    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    NOTE = "note"
    TASK = "task"


class Sort(StrEnum):
    """What sort of mail it is. All but `PERSON` and `CALENDAR` are nobody's word to anybody.

    `LIST`: sent through a mailing list or in bulk. `ROBOT`: written by a machine, of no kind below.
    `RECEIPT`: says that a mail was delivered or read. `ABSENCE`: an out-of-office answer.
    `BOUNCE`: a mail could not be delivered. `CALENDAR`: an invitation or an answer to one.
    """

    PERSON = "person"
    LIST = "list"
    ROBOT = "robot"
    RECEIPT = "receipt"
    ABSENCE = "absence"
    BOUNCE = "bounce"
    CALENDAR = "calendar"


class Part(IntEnum):
    """The part an address played in an activity.

    `SENDER` is the mailbox's owner when an assistant's address stands in From of a sent mail;
    `HOLDER` is the owner of a mailbox that holds a mail which names them nowhere.
    """

    FROM = 1
    SENDER = 2
    TO = 3
    CC = 4
    BCC = 5
    HOLDER = 6


class Side(IntEnum):
    """What a participant counts for: the two ends of a touch, or nothing."""

    BYSTANDER = 0
    OURS = 1
    THEIRS = 2


class Level(IntEnum):
    """How much of a mailbox is kept, or shown to colleagues. Ordered: share is never above keep."""

    NOTHING = 0
    METADATA = 1
    SUBJECT = 2
    FULL = 3


class Area(StrEnum):
    """The four places where a cause of falling sales is filed."""

    RELATIONSHIP = "relationship"
    MESSAGE = "message"
    PRODUCT = "product"
    PRICE = "price"


class Relation(StrEnum):
    """What an outside organisation is to the firm.

    Customers and prospects raise findings. What is `PRIVATE` or `NOISE` (banks' robots, airlines,
    recruiters, newsletters) counts nowhere and is seen by the owners of its mail alone.
    """

    CUSTOMER = "customer"
    PROSPECT = "prospect"
    PARTNER = "partner"
    SUPPLIER = "supplier"
    PRIVATE = "private"
    NOISE = "noise"


class Says(IntFlag):
    """What the new words of a mail are about, as far as trade goes (`kith.reading.trade`)."""

    NOTHING = 0
    INQUIRY = 1  # asks for a price, an offer, a delivery time
    OFFER = 2  # makes an offer, names a price
    ORDER = 4  # orders, or sends a purchase order
    CONFIRMATION = 8  # confirms an order, announces a delivery
    INVOICE = 16  # sends an invoice, or reminds of one
    PAYMENT = 32  # pays an invoice, or says when
    COMPLAINT = 64  # a fault, a claim, a return
    PITCH = 128  # offers something unasked: a demo, a webinar, a discount
    TRAVEL = 256  # bookings, tickets, deliveries of parcels
    RECRUITING = 512  # candidates, applications, jobs
    NEWS = 1024  # a newsletter or notice to many: subscriptions, headlines, how to leave the list
    GIVES = 2048  # gives or promises something for nothing: of mail of ours alone (reading.giving)


class Role(StrEnum):
    """What a user is in the firm; decides whose rows they may see."""

    REPRESENTATIVE = "representative"
    MANAGER = "manager"
    TECHNICIAN = "technician"
