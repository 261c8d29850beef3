"""The docs keep up with the code: links, settings, dependencies and names are checked."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, listed, shown, strings

PAGES = [
    *sorted((ROOT / "docs").rglob("*.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
VARIABLE = re.compile(r"(KITH_[A-Z_]+|DATABASE_URL)")
FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
# Read by the tests, not by Kith.
OF_THE_TESTS = {"KITH_REAL_DATA"}


def prose(page: Path) -> str:
    return COMMENT.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """The names by which a page's headings are linked to, as code hosts make them."""
    headings = re.findall(r"^#+ +(.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path) -> Iterator[str]:
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            yield f"{shown(page)}: {link}"


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_somewhere(page: Path) -> None:
    assert not list(broken_links(page))


def test_every_page_can_be_found_from_the_index() -> None:
    index = ROOT / "docs/index.md"
    linked = {(index.parent / link).resolve() for link in LINK.findall(prose(index))}
    pages = {page for page in PAGES if "signals" not in page.parts} - {index, ROOT / "README.md"}
    assert not sorted(shown(page) for page in pages - linked)


def test_every_variable_is_documented_and_no_other() -> None:
    read = {text for file in files("kith") for _, text in strings(file) if VARIABLE.fullmatch(text)}
    page = prose(ROOT / "docs/settings.md")
    assert set(FIRST_CELL.findall(page)) == read
    assert set(VARIABLE.findall(page)) == read | OF_THE_TESTS


def test_every_dependency_has_its_reason_and_no_other() -> None:
    with (ROOT / "pyproject.toml").open("rb") as handle:
        project = tomllib.load(handle)["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    asked = [line for group in groups for line in group]
    names = [re.match(r"[A-Za-z0-9-]+", line) for line in asked]
    documented = FIRST_CELL.findall(prose(ROOT / "docs/dependencies.md"))
    assert sorted(documented) == sorted({match[0] for match in names if match})


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_what_a_page_names_is_there(page: Path) -> None:
    """A module (`kith.signals.ties`) or a file (`tests/allow.py`) that a page names exists."""
    named = re.findall(r"`(kith(?:\.[a-z_]+)+)`", prose(page))
    places = [ROOT / name.replace(".", "/") for name in named]
    missing = [shown(p) for p in places if not p.is_dir() and not p.with_suffix(".py").exists()]
    paths = re.findall(r"`((?:kith|tests|tools|docs)/[\w/.-]+)`", prose(page))
    missing += [path for path in paths if "NAME" not in path and not (ROOT / path).exists()]
    assert not missing, listed(missing)


def test_locks_name_versions_and_hashes_but_no_host_and_no_path() -> None:
    for lock in sorted((ROOT / "requirements").iterdir()):
        text = lock.read_text(encoding="utf-8")
        assert not re.search(r"://|^-|file:| @ |\.(org|com|net|io)\b", text, re.MULTILINE), lock
        if lock.suffix == ".txt":
            entries = re.findall(r"^[a-z0-9].*$", text, re.MULTILINE)
            assert all(re.match(r"[a-z0-9-]+==\S+ .*\\$", entry) for entry in entries)
            assert text.count("--hash=sha256:") >= len(entries)


def test_no_file_of_ours_names_a_registry() -> None:
    registry = re.compile("|".join(("pythonhosted", r"pypi\.", r"npmjs", "conda" + "-forge")))
    places = [*files("kith", "tools", "bench", suffix=""), *PAGES, ROOT / "Makefile"]
    texts = [(file, file.read_bytes()) for file in places if file.is_file()]
    assert not [shown(f) for f, text in texts if registry.search(text.decode(errors="replace"))]
