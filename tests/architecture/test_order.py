"""The order in which tests run."""

from tests.conftest import LONG, TESTS


def test_files_that_are_to_run_first_are_there_and_named_once() -> None:
    assert [name for name in LONG if not (TESTS / name).is_file()] == []
    assert len(set(LONG)) == len(LONG)
