import pytest

from kith.sources.mail.addresses import parties, read_addresses
from kith.terms.records import Party
from kith.terms.words import Part
from tests.sources.mail.letters import addresses, letter, read


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("To: Ann <Ann@Pumps.Example>", [("ann@pumps.example", "Ann")]),
        ('To: "A, A" <a@x.example>, b@x.example', [("a@x.example", "A, A"), ("b@x.example", "")]),
        ("To: a@x.example <a@x.example>", [("a@x.example", "")]),
        ("To: team: a@x.example, Bo <b@x.example>;", [("a@x.example", ""), ("b@x.example", "Bo")]),
        ("To: 'a@x.example'", [("a@x.example", "")]),
        ("To: Bo Berg b@x.example, broken <", [("b@x.example", "Bo Berg")]),
        ("To: a@x.example; b@x.example", [("a@x.example", ""), ("b@x.example", "")]),
        ("To: A <a@x.example> B <b@x.example>", [("a@x.example", "A"), ("b@x.example", "B")]),
        ("To: undisclosed-recipients:;", []),
        ("To: Ann, Bo", []),
        ("To: =?utf-8?q?J=C3=B6rg=2C_X?= <a@x.example>", [("a@x.example", "Jörg, X")]),
        ("To: =?utf-8?q?J=C3=B6rg=2C_X?= <a@x.example>, <", [("a@x.example", "Jörg, X")]),
        ("To: a@x.example, A@x.example, Ann <a@x.example>", [("a@x.example", "")]),
    ],
)  # fmt: skip
def test_recipients_are_read_as_written(header: str, expected: object) -> None:
    record = read(letter(header))
    assert [(w.address, w.name) for p, w in record.parties if p is Part.TO] == expected


def test_a_second_to_header_counts_too() -> None:
    record = read(letter("To: a@x.example", "TO: b@x.example", "To: c@x.example"))
    assert sorted(addresses(record, Part.TO)) == ["a@x.example", "b@x.example", "c@x.example"]


def test_at_most_500_recipients_are_kept_in_order() -> None:
    many = [f"a{n}@x.example" for n in range(700)]
    record = read(letter("To: " + ",\r\n ".join(many), "Cc: c@x.example"))
    assert [w.address for p, w in record.parties if p is not Part.FROM] == many[:500]


def test_the_patient_reader_leaves_out_what_is_no_address() -> None:
    found = parties(read_addresses('nobody, "x, y" <a@x.example>, <@>, z@'))
    assert found == [Party("a@x.example", "x, y")]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["References: <a@x>\r\n <b@x>"], ("a@x", "b@x")),
        (["In-Reply-To: <b@x>"], ("b@x",)),
        (["References: <a@x> <b@x> <a@x>", "In-Reply-To: <a@x>"], ("b@x", "a@x")),
        (["References: <m1@pumps.example> <b@x>"], ("b@x",)),
        (["In-Reply-To: Your message of Monday <b@x>"], ("b@x",)),
        (["References: a@x b@x"], ("a@x", "b@x")),
        (["In-Reply-To: your mail"], ()),
    ],
)
def test_references_end_with_the_answered_mail(headers: list[str], expected: object) -> None:
    assert read(letter(*headers)).references == expected


def test_long_threads_keep_the_first_and_the_last_references() -> None:
    ids = [f"{n}@x" for n in range(300)]
    kept = read(letter("References: " + "\r\n ".join(f"<{one}>" for one in ids))).references
    assert kept == ("0@x", *ids[201:])


@pytest.mark.parametrize(
    "header", ["Message-ID: bare@x", "Message-Id: < bare@x >", "MESSAGE-ID:\r\n <bare@x>"]
)
def test_an_id_is_read_without_its_brackets(header: str) -> None:
    assert read(letter(header)).message_id == "bare@x"


def test_a_mail_without_an_id_has_none() -> None:
    assert read(letter("Message-ID: ")).message_id is None
