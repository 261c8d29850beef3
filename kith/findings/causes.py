"""Never the same alarm twice for one cause: of several kinds that see it, one speaks.

Who has left has also gone quiet, answers nobody, and leaves us writing alone: four rules see it,
and a person wants to hear of it once. The same cause keeps its key from day to day
(`kith.findings.found.key`), so that done, snooze and wrong stay with it.
"""

from collections.abc import Iterable

from kith.terms.finding import Finding

# Which kind speaks of a contact when several do: the first. What explains most comes before what
# merely follows from it; what somebody waits for, before what has always been so.
ORDER = (
    "contact_gone",
    "gone_quiet",
    "they_stopped",
    "unanswered",
    "we_stopped",
    "one_sided",
    "newcomer",
    "no_say",
    "leaking",
    "waived_again",
    "given_again",
    "discount_spread",
    "over_attended",
    "hangs_on_one",
    "held_by_one",
)
# Kinds that all say "this relationship fades". Of these one speaks of an account to one reader, or
# three contacts who went quiet with their project would fill a day.
FADES = frozenset(("gone_quiet", "they_stopped", "we_stopped", "one_sided"))

# Kinds that all say "this customer costs us": waivers and gifts are parts of what leaks. Of these,
# too, one speaks of an account to one reader; the parts stand among its papers.
COSTS = frozenset(("leaking", "waived_again", "given_again", "over_attended"))


def each_cause_once(found: Iterable[Finding]) -> list[Finding]:
    """`found` with one finding a contact, and of `FADES` and of `COSTS` one an account and reader.

    The first of `ORDER` speaks; of one kind the higher rank, then the lower key. Raises ValueError
    for a kind without a place in `ORDER`.
    """
    contacts: set[int] = set()
    told: set[tuple[frozenset[str] | None, int, int | None]] = set()
    speaks = []
    for finding in sorted(found, key=lambda f: (ORDER.index(f.kind), -f.rank, f.key)):
        story = next((kinds for kinds in (FADES, COSTS) if finding.kind in kinds), None)
        once = (story, finding.account_id, finding.user_id)
        if finding.contact_id in contacts or (story and once in told):
            continue
        speaks.append(finding)
        if finding.contact_id is not None:
            contacts.add(finding.contact_id)
        told.add(once)
    return speaks
