"""Real mail, where it lies beside the checkout: nothing raises, little is refused, copies meet."""

import os
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kith.sources.mail.fetch import fetch
from kith.sources.mail.folders import ignorable
from kith.sources.mail.parse import parse
from kith.sources.mail.position import key
from kith.terms.records import MailRecord
from kith.terms.words import Sort

pytestmark = pytest.mark.real_data
HOME = Path(os.environ.get("KITH_REAL_DATA", "~/.cache/kith-data")).expanduser()
LATEST = datetime(2026, 1, 1, tzinfo=UTC)


def outcomes(name: str) -> tuple[list[MailRecord], int]:
    if not (HOME / name).is_dir():
        pytest.skip("the real mail is not there")
    start = time.process_time()  # a busy machine is no fault of the parser's
    found = [parse(raw, latest=LATEST) for raw in fetch(HOME / name)]
    assert time.process_time() - start < 60
    records = [item for item in found if isinstance(item, MailRecord)]
    return records, len(found) - len(records)


def test_a_firms_mail_is_read_whole_and_its_copies_share_keys() -> None:
    records, refused = outcomes("enron/maildir")
    assert (len(records), refused) == (36_903, 0)
    assert len({record.content_key for record in records}) == pytest.approx(27_357, abs=20)
    assert sum(record.sent_at is None for record in records) == 86
    assert sum(record.sent for record in records) > 5_000
    sorts = Counter(record.sort for record in records)
    assert 30 <= sorts[Sort.ABSENCE] <= 60
    assert 30 <= sorts[Sort.BOUNCE] <= 60
    assert sorts[Sort.PERSON] > 36_000


def test_ham_and_spam_of_2002_are_read_whole() -> None:
    records, refused = outcomes("spamassassin")
    assert (len(records), refused) == (3_250, 0)
    assert all(record.parties for record in records)
    assert not any("\0" in record.text for record in records)


def test_the_odd_mails_of_other_parsers_never_raise() -> None:
    records, refused = outcomes("mail_suites")
    assert len(records) > 2_500
    assert refused < 500  # fragments, expectations and pictures lie among them


@pytest.mark.parametrize("name", ["mail_suites", "spamassassin", "enron/maildir"])
def test_no_file_of_a_real_source_is_unaccounted_for(name: str) -> None:
    root = HOME / name
    if not root.is_dir():
        pytest.skip("the real mail is not there")
    files = {
        str(file.relative_to(root))
        for file in root.rglob("*")
        if file.is_file() and not ignorable(file.name)
    }
    given = Counter(raw.position for raw in fetch(root))
    assert max(given.values()) == 1
    assert {"/".join(key(position)[0]) for position in given} == files
