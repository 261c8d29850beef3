"""The page docs/who-sees-what.md, made from what tables, signals and findings declare.

make who-sees-what
"""

import sys
from collections.abc import Iterable, Iterator

from kith.findings import find
from kith.ledger.whole.who_sees import ROWS
from kith.pipeline.measure import SIGNALS
from kith.terms.words import Level, Role

SIGNAL_SEEN_BY = {
    "self": "the colleague it speaks of, alone",
    "team": "everybody in the firm",
    "owner and manager": "the account's owner, whoever sells to it, and managers",
}
_OPENS = (
    ("who, to whom, when", Level.METADATA),
    ("the subject", Level.SUBJECT),
    ("the words", Level.FULL),
)
_HEAD = """# Who sees what

<!-- Made from the code: make who-sees-what. A test fails when it is stale. -->

Every row of Kith's ledger has somebody who may see it. The readers of the ledger enforce it, so no
page, search, command or feed can reach a row otherwise; a test asks every address and every command
as every role for words that are one reader's alone.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            _HEAD,
            "## A mail, by what its mailbox shares",
            "",
            "Its owner sees all of it that is kept. Of a mail in several mailboxes the widest share"
            " counts. A mail whose outside people all lack an account is its owners' alone,"
            " whatever is shared, and nothing is found in it.",
            "",
            *_table(("share", "owner", *(f"another {role.value}" for role in Role)), _levels()),
            "",
            "The machine's operator can read the database itself. `kith` commands print no words of"
            " mail, and no subject, unless `--user` names whose eyes they look through.",
            "",
            "## Tables",
            "",
            *_table(("table", "what it holds", "who sees a row", "but"), _tables()),
            "",
            "## Signals",
            "",
            "Who sees the rows of a signal's table as such; what a finding says of them is its"
            " reader's.",
            "",
            *_table(("signal", "one row is", "who sees it"), _signals()),
            "",
            "## Findings",
            "",
            "A finding belongs to whom it was put to, else to the account's owner, else to the"
            " colleague with the strongest tie, else to the managers. Nobody else sees it as such."
            " One that tells of prices, waivers or gifts belongs to the account's owner, else to"
            " who sold most to it within the year, else to the managers, whoever knows it best.",
            "",
            "Review tells managers less of it, by account: that an account has gone quiet, goes one"
            " way, hangs on one person, waits for an answer or loses more of its price than it"
            " should, which person there, since when, and who holds the account. Never the words or"
            " the subject of a mail, who of us left it lying, how long anybody takes, or what its"
            " user answered; nothing where the mailbox that proves it shares nothing; and nothing"
            " that its user has called done or wrong.",
            "",
            *_table(("finding", "sort", "who sees it"), _findings()),
            "",
        ]
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    cells = [list(head), *map(list, rows)]
    cells.insert(1, ["---"] * len(cells[0]))
    yield from (f"| {' | '.join(row)} |" for row in cells)


def _levels() -> Iterator[list[str]]:
    for level in Level:
        seen = ", ".join(what for what, least in _OPENS if level >= least) or "nothing"
        yield [f"`{level.name.lower()}`", "all that is kept", *([seen] * len(Role))]


def _tables() -> Iterator[list[str]]:
    for name, row in sorted(ROWS.items()):
        yield [f"`{name}`", row.what, row.sees.value, row.but]


def _signals() -> Iterator[list[str]]:
    for module in SIGNALS:
        name = module.OUTPUT.name
        yield [f"[{name}](signals/{name}.md)", module.OUTPUT.grain, SIGNAL_SEEN_BY[module.SEEN_BY]]


def _findings() -> Iterator[list[str]]:
    for rule in find.RULES:
        seen = "its user; managers where it has none"
        if getattr(rule, "PRICED", False):
            seen = "the account's owner, or who sells to it; managers where there is neither"
        if getattr(rule, "FOR_MANAGERS", False):
            seen = "managers"
        yield [f"`{rule.KIND.value}`", rule.CLAIM.value, seen]


if __name__ == "__main__":
    sys.stdout.write(page())
