"""One word per idea: what the glossary rules out is not a name in the code either."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import ROOT, files, listed, shown, tree

ROW = re.compile(r"^\| ([^|]+?) \| [^|]+ \| ([^|]*)\|$", re.MULTILINE)
# Ruled out for one idea, and the right word for something else, here or in a library.
MEANS_MORE = {
    "account", "alert", "cache", "client", "company", "connector", "customer", "error", "event",
    "feature", "inbox", "job", "lead", "manager", "metric", "notification", "organisation",
    "person", "recipient", "score", "service", "staff", "upload",
}  # fmt: skip


def ruled_out() -> set[str]:
    _header, *rows = ROW.findall((ROOT / "docs/glossary.md").read_text(encoding="utf-8"))
    words = {word.strip() for _, cell in rows for word in re.sub(r"\(.*?\)", "", cell).split(",")}
    return {word for word in words if re.fullmatch(r"[a-z]+", word)} - MEANS_MORE


def names(file: Path) -> Iterator[str]:
    for node in ast.walk(tree(file)):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name


def test_no_name_in_the_code_is_a_word_the_glossary_rules_out() -> None:
    banned = ruled_out()
    assert {"interaction", "touchpoint", "tenant"} <= banned
    breaches = [
        f"{shown(file)}: {name}"
        for file in files("kith")
        for name in names(file)
        if banned.intersection(word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name))
    ]
    assert not breaches, listed(breaches)
