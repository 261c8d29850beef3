"""One style sheet and one script for all pages: whole, packed, kept for as long as they hold."""

import gzip
from pathlib import Path

import pytest
from django.test import Client

from kith.surfaces.web.frame.bundle import STATIC, bundle, bundle_url


@pytest.mark.parametrize("kind", ["css", "js"])
def test_every_file_of_a_kind_is_in_it(kind: str) -> None:
    content = bundle(kind).plain
    for file in STATIC.glob(f"*.{kind}"):
        assert file.read_bytes() in content, file.name


def test_what_others_build_on_comes_first_and_paper_last() -> None:
    content = bundle("css").plain

    def place(name: str) -> int:
        return content.index((Path(STATIC) / f"{name}.css").read_bytes())

    assert place("tokens") == 0
    assert place("base") < place("parts") < place("frame") < place("accounts")
    assert content[: place("print")].endswith(b"@media print {\n")
    assert max(place(file.stem) for file in STATIC.glob("*.css")) == place("print")


@pytest.mark.parametrize("kind", ["css", "js"])
def test_it_is_packed_for_whoever_unpacks(kind: str) -> None:
    packed = Client().get(bundle_url(kind), headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == bundle(kind).plain
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(bundle(kind).plain) / 2
    plain = Client().get(bundle_url(kind))
    assert "Content-Encoding" not in plain
    assert plain.content == bundle(kind).plain


@pytest.mark.django_db  # for the page that says that nothing is there
def test_only_the_address_with_its_digest_is_kept() -> None:
    assert "immutable" in Client().get(bundle_url("css"))["Cache-Control"]
    for old in ("/kith.css", "/kith.css?v=00000000"):
        assert "immutable" not in Client().get(old)["Cache-Control"]
    assert Client().get("/kith.exe").status_code == 404
