from tests.sources.mail.letters import letter, read


def key(*headers: str, body: str = "Good morning.\n", usual: bool = True) -> bytes:
    return read(letter(*headers, body=body, usual=usual)).content_key


def test_copies_share_a_key_whatever_id_recipients_zone_and_white_space() -> None:
    copy = key(
        "Message-ID: <other@x>", "To: x@y.example", "Bcc: z@y.example",
        "Subject: RE: Seals  for the P-40",
        "Date: Tue, 4 Mar 2025 09:15:00 +0000", body="Good\n  morning.\n\n",
    )  # fmt: skip
    assert copy == key()
    assert len(copy) == 16


def test_another_sender_second_subject_or_text_is_another_mail() -> None:
    others = [
        key("From: b@pumps.example"),
        key("Date: Tue, 4 Mar 2025 10:15:01 +0100"),
        key("Subject: Other"),
        key(body="Good evening."),
    ]
    assert len({key(), *others}) == 5


def test_copies_with_a_wrong_clock_are_known_whatever_their_servers_noted() -> None:
    wrong = "Date: Tue, 4 Mar 1980 10:15:00 +0100"
    noted = "Received: by a; Tue, 4 Mar 2025 10:15:00 +0100"
    assert key(wrong, noted) == key(wrong) != key("Date: soon")


def test_mails_without_date_and_text_never_share_a_key() -> None:
    def bare(own: str) -> bytes:
        return key(f"Message-ID: <{own}@x>", "From: a@b.example", body="", usual=False)

    assert bare("1") != bare("2")
