"""`kith show`: where we stand with an account or a contact."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from kith.ledger.insights import readers as insights
from kith.ledger.insights.models import Gauge
from kith.ledger.people import readers as people
from kith.ledger.rights import readers as rights
from kith.ledger.rights.models import User
from kith.ledger.search.names import accounts_named, people_named
from kith.pipeline.refresh import standing_run
from kith.surfaces.cli.output import as_json, emit, say, steps
from kith.surfaces.habits import habits
from kith.surfaces.words import sentences_for
from kith.terms.errors import BadInput

MOST = 300  # people of one account
LISTED = 20  # names, where one is not enough to tell
TIE = ("n_in", "n_out", "first_day", "last_in_day", "last_out_day")


@click.command("show")
@click.argument("what", type=click.Choice(["account", "contact"]))
@click.argument("name")
@click.option("--user", "email", help="Whose findings: their mail address. Default: the first.")
@as_json
def show(what: str, name: str, email: str | None, json_: bool) -> None:
    """The ties both ways, the people with their habits, and what the user should do.

    NAME: the beginning of a name, of a domain or of a mail address. No words of mail without
    --user.
    """
    user = rights.user_by_email(email)
    # Before the long part: a typo is told at once.
    account_id, contact_id = _found(user, what, name)
    run = standing_run(report=steps(json_))
    shown = _shown(user, account_id, contact_id, with_subject=email is not None)
    head = {"as_of": run.as_of, "user": user.email, "kind": what}
    if json_:
        emit({**head, **shown})
        return
    for line in _lines(shown):
        say(line)


def _found(user: User, what: str, name: str) -> tuple[int, int | None]:
    """The account, and the contact where one is asked for. Raises BadInput for none or several.

    People who are at no account are their mailbox owners' alone, and nothing is known of them here.
    """
    found: list[Any] = [*accounts_named(user, name, limit=LISTED)]
    if what == "contact":
        found = [p for p in people_named(user, name, limit=LISTED) if p.account_id is not None]
    exact = [row for row in found if people.folded(row.name) == people.folded(name)]
    one = exact if len(exact) == 1 else found
    if not one:
        raise BadInput(f"There is no {what} {name!r}.", cure="Write how the name begins.")
    if len(one) > 1:
        names = "; ".join(_listed(row) for row in one)
        raise BadInput(
            f"Several are called so: {names}.", cure="Write more of the name, or the address."
        )
    met = one[0]
    return (met.id, None) if what == "account" else (met.account_id, met.id)


def _listed(row: Any) -> str:
    place = getattr(row, "account", "")
    return f"{row.name} ({place}, {row.address})" if place else str(row.name)


def _shown(
    user: User, account_id: int, contact_id: int | None, *, with_subject: bool
) -> dict[str, Any]:
    account = people.account(user, account_id)
    gauges = insights.gauges_of_account(user, account_id, contacts=MOST)
    found = insights.findings_of_account(user, account_id)
    if contact_id is not None:
        gauges = [g for g in gauges if g.contact_id in (0, contact_id)]
        found = [f for f in found if f.contact_id == contact_id]
    said = sentences_for(user, found, with_subject=with_subject)
    return {
        "account": {
            "id": account.id, "name": account.name, "domains": account.domains,
            "owner": account.owner or None,
        },
        "tie": next((_tie(g) for g in gauges if g.name == "account_tie"), None),
        "people": list(_people(user, gauges)),
        "findings": [
            {"id": f.pk, "kind": f.kind, "sentence": s, "since": f.since, "evidence": f.evidence}
            for f, s in zip(found, said, strict=True)
        ],
    }  # fmt: skip


def _people(user: User, gauges: Sequence[Gauge]) -> Iterator[dict[str, Any]]:
    """Strongest tie first, as the readers give them."""
    of = {(g.name, g.contact_id): g for g in gauges}
    names = people.contact_names(user, {g.contact_id for g in gauges if g.contact_id})
    ours = people.colleague_names(user, {g.colleague_id for g in gauges if g.colleague_id})
    for gauge in gauges:
        if gauge.name != "contact_tie":
            continue
        who = gauge.contact_id
        silence = of.get(("silence", who))
        yield {
            "id": who,
            "name": names.get(who, ""),
            "tie": _tie(gauge),
            "colleagues": [
                {"name": ours.get(g.colleague_id, ""), **_tie(g)}
                for g in gauges
                if g.name == "tie" and g.contact_id == who
            ],
            "typical_gap": silence.parts.get("typical_gap") if silence else None,
            "habits": habits(of.get(("hours_and_channel", who)), of.get(("answers", who))),
        }


def _tie(gauge: Gauge) -> dict[str, Any]:
    return {"value": gauge.value, **{name: gauge.parts.get(name) for name in TIE}}


def _lines(shown: Mapping[str, Any]) -> Iterator[str]:
    account = shown["account"]
    owner = f", held by {account['owner']}" if account["owner"] else ""
    yield f"{account['name']} ({', '.join(account['domains'])}){owner}"
    yield f"  {_both_ways(shown['tie'])}"
    for finding in shown["findings"]:
        yield f"· {finding['sentence']}"
    for person in shown["people"]:
        yield f"{person['name']}: {_both_ways(person['tie'])}"
        yield f"  with {_names(person['colleagues'])}"
        if person["typical_gap"]:
            yield f"  writes about every {person['typical_gap']:.0f} days"
        if person["habits"]:
            yield f"  {person['habits']}"


def _both_ways(tie: Mapping[str, Any] | None) -> str:
    if tie is None:
        return "nothing counted has passed between us yet"
    strength = "too little to say" if tie["value"] is None else f"strength {tie['value']:.1f}"
    return (
        f"{tie['n_in']} from them (last {tie['last_in_day'] or 'never'}),"
        f" {tie['n_out']} from us (last {tie['last_out_day'] or 'never'}); {strength}"
    )


def _names(colleagues: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(f"{one['name']} ({one['n_in']} in, {one['n_out']} out)" for one in colleagues)
