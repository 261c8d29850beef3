"""Every command, as each user and as nobody in particular: words that are one reader's alone."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kith.ledger import models as m
from kith.surfaces.cli.root import LazyGroup, root
from tests.allow import setting_up
from tests.surfaces.canaries import BEN, CANARIES, EVERYBODY, OPERATOR, build

pytestmark = pytest.mark.django_db(transaction=True)

# Every command with what it is called with; a new one needs its line. `*`: each canary's beginning.
CALLS: dict[str, list[list[str]]] = {
    "ask": [["*"]],
    "backtest": [[]],
    "blocks": [[]],
    "demo": [["--help"]],
    "erase": [["nobody@nowhere.example", "--yes"], [BEN]],
    "export": [["-", "--hash"]],
    "import": [["mail", "--help"], ["mail", "/no/such", "--mailbox", BEN]],
    "imports": [[], ["undo", "999"]],
    "init": [["--help"]],
    "password": [["--help"]],
    "questions": [[]],
    "refresh": [[]],
    "search": [["*"]],
    "serve": [["--help"]],
    "show": [["account", "client"], ["contact", "cleo"], ["contact", "*"], ["account", "*"]],
    "signal": [[name] for name in ("ties", "latency", "threads_open", "answers")],
    "today": [[], ["--as-of", "2020-01-01"]],
    "who-is-who": [[], ["set", "nowhere.example", "noise"]],
    "why": [["*"]],
}


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, settings: pytest.FixtureRequest) -> None:
    settings.HOME = tmp_path / "home"  # type: ignore[attr-defined]
    settings.KITH_FACTS = tmp_path / "home" / "facts"  # type: ignore[attr-defined]
    with setting_up():
        build(tmp_path / "mail")


def words(call: list[str]) -> list[str]:
    """What stands for `*`."""
    return [c.begins for c in CANARIES] if "*" in call else [""]


def calls() -> Iterator[tuple[str, list[str]]]:
    """Who looks, and the arguments."""
    assert isinstance(root, LazyGroup)
    context = click.Context(root)
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        options = {option for parameter in command.params for option in parameter.opts}
        for call in CALLS[name]:
            for args in [[a.replace("*", word) for a in call] for word in words(call)]:
                plain = [[name, *args], [name, *args, "--json"]]
                for line in plain if "--json" in options else plain[:1]:
                    yield OPERATOR, line
                    if "--user" in options:
                        yield from ((who, [*line, "--user", who]) for who in EVERYBODY)


def test_no_word_is_printed_for_anybody_it_is_not_for() -> None:
    runner, leaks, met = CliRunner(), [], set()
    for who, line in calls():
        done = runner.invoke(root, line, prog_name="kith")
        printed = f"{done.output}{done.stderr}".casefold()
        assert "Traceback" not in printed, line
        for canary in CANARIES:
            if canary.word in printed:
                met.add((canary.word, who))
                if who not in canary.readers:
                    leaks.append(f"{who or 'the operator'} meets {canary.where} by {line}")
    assert not leaks, "\n".join(leaks[:40])
    assert ("zephyrine", BEN) in met
    assert m.Activity.objects.exists()
