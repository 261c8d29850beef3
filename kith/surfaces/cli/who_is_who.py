"""`kith who-is-who`: what organisations are guessed to be, and the word that settles it."""

from typing import Any

import click

from kith.ledger.insights.guess_readers import Guess, guesses
from kith.ledger.people.readers import account_names, accounts_called, first_domains
from kith.ledger.questions.who import WHO_IS_WHO, told_by, waiting_accounts
from kith.ledger.questions.who_writers import answer_who
from kith.ledger.rights import readers as rights
from kith.pipeline.nudge import nudge
from kith.surfaces.cli.output import as_json, emit, say
from kith.surfaces.relation_words import thought_name, why_thought
from kith.terms.words import Relation

RELATIONS = click.Choice([str(relation) for relation in Relation])
LISTED = 50


@click.group("who-is-who", invoke_without_command=True)
@click.option("--user", "email", help="Whose: their mail address. Default: the first user's.")
@as_json
@click.pass_context
def who_is_who(context: click.Context, email: str | None, json_: bool) -> None:
    """Organisations that wait for a word: what they are guessed to be, and why."""
    if context.invoked_subcommand:
        return
    user = rights.user_by_email(email)
    ids = waiting_accounts(user, WHO_IS_WHO, most=LISTED)
    names, domains = account_names(user, set(ids)), first_domains(user, set(ids))
    found = guesses(ids)
    if json_:
        rows = [_row(pk, names[pk], domains.get(pk), found.get(pk)) for pk in ids if pk in names]
        emit({"user": user.email, "told": told_by(user), "accounts": rows})
        return
    for pk in ids:
        say(f"· {names.get(pk, '')} ({domains.get(pk, '')}): {_thought(found.get(pk))}")
    if not ids:
        click.echo("Nothing waits for a word.")


def _row(pk: int, name: str, domain: str | None, guess: Guess | None) -> dict[str, Any]:
    return {
        "id": pk, "name": name, "domain": domain,
        "guess": guess.relation if guess else None,
        "sure": guess.sure if guess and guess.relation else None,
        "reason": guess.reason if guess else None,
    }  # fmt: skip


def _thought(guess: Guess | None) -> str:
    if guess is None or guess.relation is None:
        return why_thought(guess.reason) if guess else why_thought("too_little")
    return f"{thought_name(guess.relation)}. {why_thought(guess.reason, guess.mails)}"


@who_is_who.command("set")
@click.argument("what", metavar="NAME|DOMAIN|.ENDING")
@click.argument("relation", type=RELATIONS)
@as_json
def set_relation(what: str, relation: str, json_: bool) -> None:
    """Say what an organisation is, by its name or mail domain; or all whose domain ends so."""
    ids = accounts_called(what)
    told = answer_who(ids, relation, why="typed", actor=None)
    nudge()
    if json_:
        emit({"relation": relation, "accounts": ids, "told": list(told)})
        return
    count = "1 account is" if len(ids) == 1 else f"{len(ids)} accounts are"
    say(f"{count} {relation} from now on" + ("" if told else ", as before") + ".")
