"""The checkout's files, as the house rules' tests read them."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
KITH = ROOT / "kith"


def files(*folders: str, suffix: str = ".py") -> list[Path]:
    """The files below these folders (or the files themselves), migrations left out."""
    found: list[Path] = []
    for name in folders:
        place = ROOT / name
        found += [place] if place.is_file() else sorted(place.rglob(f"*{suffix}"))
    return [file for file in found if "migrations" not in file.parts]


def shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def calls(file: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.Call))


def strings(file: Path) -> Iterator[tuple[ast.expr, str]]:
    """Every text in the code that is not a docstring; what an f-string fills in reads as `…`."""
    nodes = list(ast.walk(tree(file)))
    skipped = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            skipped.update(id(part) for part in node.values)
            yield (
                node,
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "…"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [] if id(node) in skipped else [(node, node.value)]


def imported(file: Path) -> Iterator[str]:
    """The dotted names a file imports: `a.b` and, for `from a import b`, `a.b` too."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain; calls inside the chain are looked through."""
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def at(file: Path, node: ast.expr | ast.stmt, what: str) -> str:
    return f"{shown(file)}:{node.lineno}: {what}"


def listed(breaches: Iterable[str]) -> str:
    return "\n" + "\n".join(breaches)
