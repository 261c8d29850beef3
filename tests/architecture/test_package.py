"""What lies beside the code travels with it: templates, style sheets, texts."""

import tomllib

from tests.architecture.source import KITH, ROOT, listed, shown


def test_every_kind_of_file_in_the_package_is_installed_with_it() -> None:
    with (ROOT / "pyproject.toml").open("rb") as handle:
        kinds = tomllib.load(handle)["tool"]["setuptools"]["package-data"]["kith"]
    files = (f for f in KITH.rglob("*") if f.is_file() and f.suffix not in {".py", ".pyc"})
    left = [shown(f) for f in files if f.name not in kinds and f"**/*{f.suffix}" not in kinds]
    assert not left, listed(left)
