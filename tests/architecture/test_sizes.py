"""Files stay small, and a room's `__init__.py` only says what the room is for."""

import ast
from pathlib import Path
from statistics import median, quantiles

from tests.architecture.source import KITH, files, listed, shown, tree

HARD_STOP = 400
KINDS = (".py", ".html", ".css", ".js", ".svg", ".sql")
# May only shrink.
LONGER: dict[str, int] = {}


def lines(text: str) -> int:
    return text.count("\n")


def test_no_file_is_long() -> None:
    breaches = []
    for file in (f for kind in KINDS for f in files("kith", "tests", "bench", suffix=kind)):
        count = lines(file.read_text(encoding="utf-8"))
        if count >= LONGER.get(shown(file), HARD_STOP):
            breaches.append(f"{shown(file)}: {count} lines")
    assert not breaches, listed(breaches)


def test_most_files_are_short() -> None:
    counts = [
        lines(file.read_text(encoding="utf-8"))
        for file in files("kith")
        if file.name != "__init__.py"
    ]
    assert median(counts) <= 90
    assert quantiles(counts, n=10)[-1] <= 250


def test_every_room_says_what_lives_in_it() -> None:
    silent = [shown(f) for f in files("kith") if f.name == "__init__.py" and not has_docstring(f)]
    assert not silent


def has_docstring(file: Path) -> bool:
    return bool(ast.get_docstring(tree(file)))


def test_every_module_says_what_it_is_for() -> None:
    assert not [shown(file) for file in files("kith") if not has_docstring(file)]


def test_a_package_holds_its_docstring_only() -> None:
    packages = [f for f in files("kith") if f.name == "__init__.py" and f.parent != KITH]
    assert not [shown(file) for file in packages if len(tree(file).body) > 1]
    version = tree(KITH / "__init__.py").body[1:]
    assert [ast.unparse(node).split(" = ")[0] for node in version] == ["__version__"]
