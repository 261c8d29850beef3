"""The fact tables of mail: name, grain, columns with type, unit and null rule.

The ledger owns one SQL view per shape, named `fact_<name>`; `facts` writes it to Parquet in exactly
these types; signals read nothing else. Types are Ibis' names.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `nullable` False is a promise that extraction checks."""

    name: str
    type: str
    meaning: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One fact table. `grain` says what one row is; `year` names the column that cuts its parts."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    year: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


TOUCHES = Shape(
    name="touches",
    grain="one activity x colleague (sender or To, else the mailbox's owner) x outside person"
    " whose organisation has an account, each once by however many addresses; dated activities"
    " only",
    year="day",
    columns=(
        Column("activity_id", "int64", "the activity"),
        Column("colleague_id", "int64", "our side"),
        Column("contact_id", "int64", "their side, as merged today"),
        Column("account_id", "int64", "the contact's account on that day"),
        Column("direction", "string", "'in' they wrote or called, 'out' we did"),
        Column("part", "int16", "what the contact was in it (terms.words.Part)"),
        Column("recipients", "int32", "addresses it was sent to, all sides"),
        Column(
            "is_mass",
            "boolean",
            "more than 10 outside persons, sent through a list, or To names nobody but the sender",
        ),
        Column("is_automatic", "boolean", "written by a machine"),
        Column("asks", "boolean", "its new text asks the reader for something"),
        Column("says", "int32", "what its new text is about, a sum of terms.words.Says"),
        Column("kind", "string", "terms.words.Kind"),
        Column("thread_id", "int64", "the mail thread", nullable=True),
        Column("day", "date", "in the colleague's zone, else the firm's"),
        Column("instant", "timestamp('UTC')", "when it happened"),
        Column(
            "offset_minutes",
            "int16",
            "of the zone in which the sender's header says it; instant + offset is their clock",
            nullable=True,
        ),
        Column("known_day", "date", "the day from which the firm could know it"),
    ),
)

COPIES = Shape(
    name="copies",
    grain="one dated incoming mail of a person with an account, neither mass nor automatic x"
    " another outside person whose organisation has an account in its To or Cc: who writes to"
    " whom on their side, as far as such mail reaches us",
    year="day",
    columns=(
        Column("activity_id", "int64", "the mail"),
        Column("contact_id", "int64", "who stands in To or Cc, as merged today"),
        Column("account_id", "int64", "the contact's account on that day"),
        Column("sender_contact_id", "int64", "who wrote it, as merged today"),
        Column("sender_account_id", "int64", "the sender's account on that day"),
        Column("part", "int16", "terms.words.Part: TO or CC, the foremost"),
        Column("day", "date", "in the firm's zone"),
        Column("known_day", "date", "the day from which the firm could know it"),
    ),
)

CONTACTS = Shape(
    name="contacts",
    grain="one outside person whose organisation has an account",
    columns=(
        Column("contact_id", "int64", "the person"),
        Column("account_id", "int64", "where they work today; of several, the last one noted"),
        Column("is_shared", "boolean", "no person but the account's common address (info@)"),
    ),
)

COLLEAGUES = Shape(
    name="colleagues",
    grain="one person of the firm",
    columns=(
        Column("colleague_id", "int64", "the person"),
        Column("user_id", "int64", "their sign-in", nullable=True),
    ),
)

ACCOUNTS = Shape(
    name="accounts",
    grain="one outside organisation",
    columns=(
        Column("account_id", "int64", "the organisation"),
        Column("owner_user_id", "int64", "whose account it is", nullable=True),
        Column("domain", "string", "its mail domain, the first one met", nullable=True),
        Column(
            "relation",
            "string",
            "terms.words.Relation as a person or an invoice said; null: nobody has",
            nullable=True,
        ),
        Column("country", "string", "as the books say it, folded", nullable=True),
        Column("segment", "string", "what sort of customer, as the books say it", nullable=True),
    ),
)

NOTICES = Shape(
    name="notices",
    grain="one thing that a machine's mail says of a contact's address",
    columns=(
        Column("notice_id", "int64", "the notice"),
        Column("activity_id", "int64", "the machine's mail"),
        Column("contact_id", "int64", "whose address it is, as merged today"),
        Column("kind", "string", "'bounced', 'away', or 'left' for good"),
        Column("known_day", "date", "the day of that mail"),
        Column("until_day", "date", "of an absence, the day of return", nullable=True),
        Column("successor_id", "int64", "the contact to write to instead", nullable=True),
        Column("addresses", "int64", "by how many addresses the contact is known"),
    ),
)

MAIL = (TOUCHES, COPIES, CONTACTS, COLLEAGUES, ACCOUNTS, NOTICES)
