"""The ledger is written in one kind of place.

`tests.write_guard` sees what runs; this sees what stands in the code. It looks for Django's writing
methods and for SQL that changes rows, everywhere but in the writers, their bulk helpers and the
migrations.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import at, calls, dotted, files, listed, shown, strings, tree

ALWAYS = {"bulk_create", "bulk_update", "update_or_create", "get_or_create", "save", "create"}
ALWAYS |= {f"a{name}" for name in ALWAYS} | {"delete", "adelete", "create_user"}
ROWS = re.compile(
    r"\.(objects|_default_manager|_base_manager|filter|exclude|all|select_for_update)\b"
)
SQL = re.compile(
    r"\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|delete\s+from|truncate\s+table|merge\s+into"
    r"|update\s+(or\s+\w+\s+)?\S+\s+set|copy\s+\S+[^;]*\sfrom\s+stdin)\b",
    re.IGNORECASE,
)
# `path: what` that look like writes to the ledger and are none. May only shrink.
ALLOWED: set[str] = set()


def may_write(file: Path) -> bool:
    name = shown(file)
    return bool(re.fullmatch(r"kith/ledger/(\w+/(\w+_)?writers(/\w+)?|bulk)\.py", name))


def writes(file: Path) -> Iterator[str]:
    for call in calls(file):
        if isinstance(call.func, ast.Attribute) and is_write(call, call.func):
            yield at(file, call, dotted(call.func))
    for node, text in strings(file):
        if match := SQL.search(text):
            yield at(file, node, match[0])
    for inner in ast.walk(tree(file)):
        if isinstance(inner, ast.Attribute) and dotted(inner).endswith("connection.connection"):
            yield at(file, inner, "the driver's own connection passes the guard by")


def is_write(call: ast.Call, method: ast.Attribute) -> bool:
    if method.attr in ALWAYS:
        return True
    if method.attr not in {"update", "aupdate"}:
        return False
    # A dict's, a hash's or a progress bar's update takes a position; a query's names columns.
    return bool(ROWS.search(dotted(method.value))) or not call.args


def test_only_writers_write() -> None:
    breaches = [
        breach
        for file in files("kith")
        if not may_write(file)
        for breach in writes(file)
        if re.sub(r":\d+", "", breach) not in ALLOWED
    ]
    assert not breaches, listed(breaches)


def test_every_verb_of_a_writer_is_whole_and_names_its_actor() -> None:
    breaches = []
    for file in files("kith/ledger"):
        if not re.search(r"/(\w+_)?writers(/\w+)?\.py$", shown(file)) or file.name == "__init__.py":
            continue
        for node in tree(file).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            if "writer" not in {dotted(d) for d in node.decorator_list}:
                breaches.append(at(file, node, f"{node.name} is not under @writer"))
    assert not breaches, listed(breaches)


WRITING = [
    "Account.objects.create(name='x')",
    "account.save()",
    "account.delete()",
    "Account.objects.filter(pk=1).update(name='x')",
    "rows.update(name='x')",
    "Account.objects.bulk_create(rows)",
    "cursor.execute('INSERT OR IGNORE INTO ledger_account VALUES (1)')",
    "cursor.execute(f'update {table} set name = 1')",
    "cursor.execute('''DELETE\n FROM ledger_account''')",
    "cursor.copy('COPY ledger_account (name) FROM STDIN')",
    "connection.connection.executemany(sql, rows)",
]
READING = [
    "seen.update({'a': 1})",
    "progress.update(task, advance=1)",
    "digest.update(block)",
    "Account.objects.filter(pk=1).first()",
    "engine.execute('COPY (SELECT 1) TO part')",
    "'''Insert into the text what you like.'''",
    "say('nothing to update')",
]


@pytest.mark.parametrize("code", WRITING)
def test_a_write_is_seen(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(written_in(code, tmp_path, monkeypatch))


@pytest.mark.parametrize("code", READING)
def test_what_only_looks_like_one_is_not(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not list(written_in(code, tmp_path, monkeypatch))


def written_in(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("tests.architecture.source.ROOT", folder)
    file = folder / "code.py"
    file.write_text(code, encoding="utf-8")
    return writes(file)
