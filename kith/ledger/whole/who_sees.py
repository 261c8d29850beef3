"""Who sees the rows of each table. The readers enforce it; tests ask every page as every role.

`docs/who-sees-what.md` is made from this and from what signals and findings declare of themselves.
"""

from enum import StrEnum
from typing import NamedTuple


class Sees(StrEnum):
    """Who may see a row, beside the machine's operator, who can read the database itself."""

    FIRM = "everybody in the firm"
    LEVEL = "owners of the mailboxes that hold it; everybody as far as these share it"
    WITH_IT = "whoever sees the mail"
    OWNER = "the mailbox's owner"
    OWNER_AND_MANAGERS = "the mailbox's owner; managers, without names of items and words"
    READER = "the user it was put to; managers where it was put to nobody"
    SELF = "the user alone"
    MANAGERS = "managers"
    SIDES = "whom it is put to, as far as they may see both sides"
    PRICES = "the account's owner, whoever sells to it, and managers"
    NOBODY = "nobody: no page shows it"


class Row(NamedTuple):
    """What is said of a table on the page."""

    what: str
    sees: Sees
    but: str = ""


ASIDE = "private or noise: owners of mailboxes that hold its mail"

# By the model's name: a model that is not here fails a test.
ROWS: dict[str, Row] = {
    "Activity": Row(
        "who wrote to whom and when; the subject", Sees.LEVEL, "blind copies: owners alone"
    ),
    "ActivityText": Row("the words of a mail", Sees.LEVEL),
    "Participant": Row("a person's part in a mail", Sees.WITH_IT, "blind copies: owners alone"),
    "Notice": Row("that an address bounced, that its person is away or has left", Sees.WITH_IT),
    "Account": Row("an outside organisation", Sees.FIRM, ASIDE),
    "AccountRelation": Row("what an organisation is to us", Sees.FIRM, ASIDE),
    "AccountDomain": Row("its mail domains", Sees.FIRM, ASIDE),
    "Contact": Row(
        "an outside person", Sees.FIRM, "one who is at no account: who sees a mail with them"
    ),
    "Address": Row("a mail address", Sees.FIRM, "of one who is at no account: with their mail"),
    "Employment": Row("who works where", Sees.FIRM),
    "Colleague": Row("a person of the firm", Sees.FIRM),
    "NameSeen": Row("the names that stood beside an address", Sees.NOBODY),
    "Merge": Row("who was found to be one person", Sees.NOBODY),
    "Erased": Row("keyed hashes of erased people", Sees.NOBODY),
    "Erasure": Row("that somebody was erased, and how much went", Sees.MANAGERS, "without a name"),
    "Thread": Row("which mails belong together", Sees.WITH_IT),
    "MailKey": Row("digests of Message-IDs", Sees.NOBODY),
    "ThreadLink": Row("digests of subject and person", Sees.NOBODY),
    "ThreadReference": Row("digests of Message-IDs", Sees.NOBODY),
    "SearchEntry": Row("who may find a mail", Sees.WITH_IT),
    "Finding": Row(
        "something worth a person's time",
        Sees.READER,
        "Review: its account, person, days and the account's holder, to managers, without words",
    ),
    "Verdict": Row("what was answered to a finding", Sees.SELF),
    "Gauge": Row("values of signals, one by one below", Sees.FIRM),
    "Opened": Row("when somebody last opened an account's page", Sees.SELF),
    "Backtest": Row("how often alarms proved right, as counts", Sees.FIRM),
    "Run": Row("when Kith last looked", Sees.FIRM),
    "Question": Row(
        "whether two are one person; what an organisation is to us; whether something was given",
        Sees.SIDES,
        "of a mail that gives: who wrote it alone",
    ),
    "Batch": Row("an import", Sees.OWNER_AND_MANAGERS),
    "Arrival": Row("what an import brought", Sees.NOBODY),
    "LeftOut": Row("what an import left out, and why", Sees.OWNER, "of a sheet: any manager"),
    "Remark": Row("a rule that was applied to a sheet's rows", Sees.OWNER_AND_MANAGERS),
    "LeftOutAddress": Row("how often, by keyed hashes of addresses", Sees.OWNER),
    "Family": Row("products that are priced alike", Sees.FIRM),
    "Product": Row("something sold", Sees.FIRM),
    "PriceList": Row("a price list", Sees.FIRM),
    "ListPrice": Row("a product's price in a list", Sees.FIRM),
    "Customer": Row("a customer as the books know it", Sees.PRICES),
    "Invoice": Row("an invoice or credit note", Sees.PRICES, "without a customer: managers"),
    "InvoiceLine": Row("one line of it", Sees.PRICES, "without a customer: managers"),
    "Rate": Row("a rate of exchange", Sees.FIRM),
    "Condition": Row("what an account is granted off its invoices", Sees.PRICES),
    "Giveaway": Row("something given and not paid for", Sees.PRICES, "whoever wrote it down"),
    "GiveawayReturn": Row("what came back for it", Sees.PRICES, "whoever wrote it down"),
    "PriceRise": Row("a price rise as announced", Sees.FIRM),
    "Waiver": Row("who was let off a rise", Sees.PRICES),
    "Stamp": Row("versions of the columns", Sees.NOBODY),
    "Mailbox": Row("a mailbox and its levels", Sees.OWNER),
    "Block": Row("what lets no mail in", Sees.OWNER, "of the whole firm: everybody"),
    "Firm": Row("the firm's name, zone, currency", Sees.FIRM),
    "OwnDomain": Row("its mail domains", Sees.FIRM),
    "User": Row("a sign-in", Sees.SELF, "the name: everybody"),
    "Team": Row("who is led together", Sees.FIRM),
    "Membership": Row("who is in a team", Sees.FIRM),
    "Audit": Row("who did what when", Sees.NOBODY),
}
