"""What findings say: the model sentences, within thirty words, without statistics' words."""

import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.findings import wording
from kith.findings.effort import effort
from kith.findings.sentence import action, nothing_to_do, speak
from kith.terms.finding import FindingKind
from kith.terms.trade_words import GiveawayKind, WaiverKind
from tests.languages import BANNED, GERMAN, LANGUAGES

NAMES = {"contact": "Cleo Crane", "account": "Client", "colleague": "Ann Ahlers"}
RHYTHM = {"elapsed": 31, "typical_gap": 9.0, "longest_gap": 20, "out_since": 0, "open_question": 0}


EVERY_9 = "Cleo Crane (Client) writes about every 9 days; it has been 31."
DAILY = (
    "Cleo Crane (Client) writes almost daily and never paused for more than 6 days; it has been 31."
)
EVERY_DAY = "Cleo Crane (Client) writes every day; it has been 31 days."


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({}, f"{EVERY_9} Nobody here has written since."),
        ({"out_since": 1}, f"{EVERY_9} We wrote once since."),
        ({"out_since": 2}, f"{EVERY_9} We wrote twice since."),
        ({"out_since": 7}, f"{EVERY_9} We wrote 7 times since."),
        ({"open_question": 1}, f"{EVERY_9} Their last request has no answer."),
        ({"typical_gap": 1.5, "longest_gap": 6}, f"{DAILY} Nobody here has written since."),
        ({"typical_gap": 1.0, "longest_gap": 1}, f"{EVERY_DAY} Nobody here has written since."),
    ],
)
def test_who_has_gone_quiet(numbers: dict[str, float], said: str) -> None:
    assert speak("gone_quiet", {**RHYTHM, **numbers}, NAMES) == said


def test_an_unanswered_question() -> None:
    numbers = {"waiting_days": 4, "n": 2}
    mine = {role: name for role, name in NAMES.items() if role != "colleague"}
    assert speak("unanswered", numbers, mine) == (
        "Cleo Crane (Client) asked you something 4 days ago; nobody has answered."
    )
    assert speak("unanswered", numbers, {**mine, "subject": "The {odd} P-40"}) == (
        "Cleo Crane (Client) asked you 4 days ago about “The {odd} P-40”; nobody has answered."
    )


def test_a_question_to_a_colleague_names_them_to_their_manager() -> None:
    assert speak("unanswered", {"waiting_days": 4, "n": 2}, NAMES) == (
        "Cleo Crane (Client) asked Ann Ahlers something 4 days ago; nobody has answered."
    )


def test_a_manager_is_told_without_you_and_without_what_a_mail_says() -> None:
    asked = speak("unanswered", {"waiting_days": 4}, NAMES, to_manager=True)
    assert asked == "Cleo Crane (Client) wrote 4 days ago; nobody has answered."
    quiet = speak("gone_quiet", {**RHYTHM, "open_question": 1}, NAMES, to_manager=True)
    assert quiet == f"{EVERY_9} Nobody here has written since."
    hangs = {"year_touches": 24, "others": 0}
    assert "you" not in speak("hangs_on_one", hangs, NAMES, to_manager=True)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_says_what_it_takes_in_a_few_words(kind: FindingKind, code: str) -> None:
    assert 2 <= len(effort(kind, language=LANGUAGES[code]).split()) <= 9
    assert effort("luck") == ""


def test_an_account_that_hangs_on_one() -> None:
    said = speak("hangs_on_one", {"year_touches": 40, "others": 2}, NAMES)
    assert said.startswith("Only Cleo Crane ")
    assert "40 mails in a year" in said


GONE = {"told_days": 3, "others": 4, "elapsed": 40, "n": 9}


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (
            {"how": "left"},
            "Cleo Crane no longer works at Client, says an automatic answer of 3 days ago."
            " It names Dora Dahl instead.",
        ),
        (
            {"how": "bounced"},
            "Mail to Cleo Crane (Client) bounced 3 days ago; nothing has come from them since.",
        ),
        (
            {"how": "bounced", "told_days": 1},
            "Mail to Cleo Crane (Client) bounced yesterday; nothing has come from them since.",
        ),
        (
            {"how": "silent", "told_days": None},
            "Cleo Crane may have left Client: nothing came for 40 days,"
            " while 4 others there go on writing.",
        ),
    ],
)
def test_who_is_no_longer_there(numbers: dict[str, object], said: str) -> None:
    assert speak("contact_gone", {**GONE, **numbers}, {**NAMES, "successor": "Dora Dahl"}) == said


def test_a_manager_hears_nothing_of_what_an_automatic_answer_says() -> None:
    names = {**NAMES, "successor": "Dora Dahl"}
    said = speak("contact_gone", {**GONE, "how": "left"}, names, to_manager=True)
    assert said.startswith("Cleo Crane (Client), 9 mails with us, may no longer be reached")
    assert "Dora" not in said


def test_a_successor_is_named_only_to_who_may_know() -> None:
    said = speak("contact_gone", {**GONE, "how": "left"}, NAMES)
    assert said == "Cleo Crane no longer works at Client, says an automatic answer of 3 days ago."


PAUSE = "Nobody at Client has written for 41 days; the longest pause in the year before was 12."
OURS = "Nobody here has written to Client for 41 days; the longest pause in the year before was 12."
SILENT = {"elapsed": 41, "longest_gap": 12, "n_out": 3}


@pytest.mark.parametrize(
    ("kind", "numbers", "said"),
    [
        ("they_stopped", {**SILENT, "colleagues": 1}, f"{PAUSE} You wrote 3 times since."),
        ("they_stopped", {**SILENT, "colleagues": 2}, f"{PAUSE} We wrote 3 times since."),
        ("we_stopped", {**SILENT, "in_since": 4}, f"{OURS} They wrote on 4 days since."),
        (
            "one_sided",
            {"n_in": 0, "n_out": 5, "span": 74, "colleagues": 1},
            "You wrote 5 times in 74 days; nobody at Client answered.",
        ),
        (
            "one_sided",
            {"n_in": 0, "n_out": 5, "span": 74, "colleagues": 3},
            "We wrote 5 times in 74 days; nobody at Client answered.",
        ),
        (
            "one_sided",
            {"n_in": 9, "n_out": 0, "span": 74, "colleagues": 0},
            "Client wrote 9 times in 74 days; nobody here has answered.",
        ),
    ],
)
def test_one_sides_silence(kind: str, numbers: dict[str, float], said: str) -> None:
    assert speak(kind, numbers, {"account": "Client"}) == said


def test_the_mails_of_a_colleague_are_theirs_to_another_reader() -> None:
    names = {"account": "Client", "colleague": "Ann Ahlers"}
    alone = {"n_in": 0, "n_out": 5, "span": 74, "colleagues": 1}
    assert speak("one_sided", alone, names).startswith("Ann Ahlers wrote 5 times")
    stopped = speak("they_stopped", {**SILENT, "colleagues": 1}, names)
    assert stopped.endswith("Ann Ahlers wrote 3 times since.")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (0, "at Client: 40 mails in a year."),
        (1, "at Client and one more account."),
        (8, "at Client and 8 more accounts."),
    ],
)
def test_accounts_that_a_colleague_alone_knows(more: int, said: str) -> None:
    numbers = {"accounts": more + 1, "more": more, "touches": 40}
    names = {role: name for role, name in NAMES.items() if role != "contact"}
    who = "nobody here would know anyone"
    assert speak("held_by_one", numbers, names) == f"If Ann Ahlers left, {who} {said}"
    # A manager may be the one of whom it speaks.
    assert speak("held_by_one", numbers, {"account": "Client"}) == f"If you left, {who} {said}"


def test_a_newcomer() -> None:
    assert speak("newcomer", {"days_ago": 12, "mails": 4, "wrote": 1}, NAMES) == (
        "Cleo Crane is new at Client: in 4 mails of the last 12 days; nobody here has written to"
        " them yet."
    )


@pytest.mark.parametrize(("known", "said"), [(3, "3 to"), (0, "nobody to")])
def test_who_may_decide_is_a_hint_and_says_so(known: int, said: str) -> None:
    assert speak("no_say", {"writers": 9, "known": known}, NAMES) == (
        "Cleo Crane may decide at Client: 9 people there write to them, "
        f"{said} the one we know best. Nobody here has written yet."
    )


@pytest.mark.parametrize("two_way", [0, 1, 2, 3, 40])
def test_an_empty_day_says_whether_too_little_is_known(two_way: int) -> None:
    said = nothing_to_do(two_way)
    assert said.startswith("Too little to say" if two_way < 3 else "Nothing needs you today")
    assert ("contact " in said) == (two_way == 1)
    assert ("contacts " in said) == (two_way == 2)


# They speak of an account, and of nobody there.
OF_ACCOUNTS = {
    FindingKind.THEY_STOPPED, FindingKind.WE_STOPPED, FindingKind.ONE_SIDED, FindingKind.LEAKING,
    FindingKind.GIVEN_AGAIN, FindingKind.WAIVED_AGAIN, FindingKind.DISCOUNT_SPREAD,
    FindingKind.OVER_ATTENDED,
}  # fmt: skip
several = st.integers(0, 10_000)
# What the rules can give: see their bounds.
NUMBERS: dict[FindingKind, st.SearchStrategy[dict[str, object]]] = {
    FindingKind.GONE_QUIET: st.fixed_dictionaries({
        "elapsed": st.integers(14, 180), "typical_gap": st.floats(1, 179),
        "longest_gap": st.integers(1, 179), "out_since": several, "open_question": several,
    }),
    FindingKind.UNANSWERED: st.fixed_dictionaries(
        {"waiting_days": st.integers(2, 30), "n": several}
    ),
    FindingKind.HANGS_ON_ONE: st.fixed_dictionaries(
        {"year_touches": st.integers(20, 10_000), "others": several}
    ),
    FindingKind.CONTACT_GONE: st.fixed_dictionaries({
        "how": st.sampled_from(["left", "bounced", "silent"]), "told_days": st.integers(0, 180),
        "others": st.integers(2, 900), "elapsed": st.integers(28, 180), "n": st.integers(5, 900),
    }),
    FindingKind.THEY_STOPPED: st.fixed_dictionaries({
        "elapsed": st.integers(14, 180), "longest_gap": st.integers(1, 179),
        "n_out": st.integers(3, 1_000), "colleagues": st.integers(1, 9),
    }),
    FindingKind.WE_STOPPED: st.fixed_dictionaries({
        "elapsed": st.integers(30, 180), "longest_gap": st.integers(1, 179),
        "in_since": st.integers(2, 180),
    }),
    FindingKind.ONE_SIDED: st.tuples(st.integers(5, 1_000), st.booleans()).flatmap(
        lambda said: st.fixed_dictionaries({
            "n_in": st.just(said[0] if said[1] else 0),
            "n_out": st.just(0 if said[1] else said[0]),
            "span": st.integers(5, 364), "colleagues": st.integers(1, 9),
        })
    ),
    FindingKind.HELD_BY_ONE: st.fixed_dictionaries(
        {"accounts": several, "more": several, "touches": st.integers(20, 10_000)}
    ),
    FindingKind.NEWCOMER: st.fixed_dictionaries(
        {"days_ago": st.integers(2, 60), "mails": st.integers(3, 10_000), "wrote": several}
    ),
    FindingKind.NO_SAY: st.fixed_dictionaries(
        {"writers": st.integers(4, 10_000), "known": several}
    ),
    FindingKind.LEAKING: st.fixed_dictionaries(
        {"leak": st.integers(5, 100), "before": st.integers(-9, 100), "usual": st.integers(0, 95)}
    ),
    FindingKind.GIVEN_AGAIN: st.fixed_dictionaries({
        "times": st.integers(3, 900), "gift": st.sampled_from([str(kind) for kind in GiveawayKind]),
        "days_ago": st.integers(0, 45),
    }),
    FindingKind.WAIVED_AGAIN: st.fixed_dictionaries({
        "percent": st.integers(1, 300).map(lambda tenths: tenths / 10),
        "before": st.integers(1, 20), "how": st.sampled_from([str(kind) for kind in WaiverKind]),
        "fall": st.integers(5, 100),
    }),
    FindingKind.DISCOUNT_SPREAD: st.fixed_dictionaries({
        "percent": st.integers(8, 90), "others": st.integers(3, 900),
        "customers": st.integers(7, 2_000), "family_id": several,
    }),
    FindingKind.OVER_ATTENDED: st.fixed_dictionaries({
        "touches": st.integers(24, 5_000), "usual": st.integers(0, 900),
        "times": st.integers(2, 90),
    }),
}  # fmt: skip


@given(st.data(), st.sampled_from(FindingKind), st.sampled_from(sorted(LANGUAGES)), st.booleans())
def test_every_sentence_is_short_plain_and_grammatical(
    data: st.DataObject, kind: FindingKind, code: str, to_manager: bool
) -> None:
    who = "colleague" if kind is FindingKind.HELD_BY_ONE else "contact"
    names = {**NAMES, who: "Maria de la Cruz Ortega", "account": "North Sea Pumps Ltd"}
    names |= data.draw(st.sampled_from([{}, {"successor": "Dora Dahl"}]))
    numbers = data.draw(NUMBERS[kind])
    said = speak(kind, numbers, names, language=LANGUAGES[code], to_manager=to_manager)
    assert len(said.split()) <= 30
    assert ("Maria de la Cruz Ortega" in said) == (kind not in OF_ACCOUNTS)
    assert "North Sea Pumps Ltd" in said
    assert not BANNED[code] & set(re.findall(r"\w+", said.casefold()))
    assert not re.search(r"\b1 (?:days|times|mails|Tage|Tagen|Mails)\b|\(s\)|[{}]|None", said), said
    assert said.endswith(".")


@given(st.text(), st.text(), st.text())
def test_names_are_told_as_they_are(contact: str, account: str, subject: str) -> None:
    names = {"contact": contact, "account": account, "subject": subject}
    for kind, numbers in (
        ("unanswered", {"waiting_days": 4, "n": 1}),
        ("gone_quiet", RHYTHM),
        ("hangs_on_one", {"year_touches": 40, "others": 0}),
        ("newcomer", {"days_ago": 4, "mails": 3}),
        ("no_say", {"writers": 4, "known": 1}),
    ):
        assert contact in speak(kind, numbers, names)


def test_every_template_belongs_to_a_kind_that_speaks() -> None:
    files = {found.name for found in pkgutil.iter_modules(wording.__path__)} - {"numbers"}
    assert files == {kind.value for kind in FindingKind}


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_says_what_to_do_about_it(kind: FindingKind) -> None:
    assert action(kind)


def test_another_language_may_order_the_parts_as_it_likes() -> None:
    said = speak("newcomer", {"days_ago": 12, "mails": 4, "wrote": 1}, NAMES, language=GERMAN)
    assert said == (
        "Cleo Crane ist neu bei Client: 4 Mails in den letzten 12 Tagen; von uns hat noch niemand"
        " geschrieben."
    )


GERMAN_9 = "Cleo Crane (Client) meldet sich sonst etwa alle 9 Tage; jetzt sind es 31."


@pytest.mark.parametrize(
    ("kind", "numbers", "said"),
    [
        ("gone_quiet", RHYTHM, f"{GERMAN_9} Von uns hat seitdem niemand geschrieben."),
        (
            "gone_quiet",
            {**RHYTHM, "out_since": 1},
            f"{GERMAN_9} Wir haben seitdem einmal geschrieben.",
        ),
        (
            "unanswered",
            {"waiting_days": 4, "n": 2},
            "Cleo Crane (Client) hat vor 4 Tagen bei Ann Ahlers nachgefragt;"
            " geantwortet hat niemand.",
        ),
        (
            "contact_gone",
            {**GONE, "how": "bounced", "told_days": 1},
            "Eine Mail an Cleo Crane (Client) kam gestern unzustellbar zurück; von dieser Adresse"
            " kam seitdem nichts.",
        ),
        (
            "held_by_one",
            {"accounts": 9, "more": 8, "touches": 40},
            "Ginge Ann Ahlers, würde hier niemand mehr jemanden bei Client und 8 weiteren Firmen"
            " kennen.",
        ),
        (
            "one_sided",
            {"n_in": 0, "n_out": 5, "span": 74, "colleagues": 3},
            "Ann Ahlers hat in 74 Tagen 5-mal geschrieben; von Client kam keine Antwort.",
        ),
    ],
)
def test_the_same_is_told_in_german(kind: str, numbers: dict[str, object], said: str) -> None:
    assert speak(kind, numbers, NAMES, language=GERMAN) == said


@pytest.mark.parametrize("kind", FindingKind)
def test_what_to_do_is_said_in_german_too(kind: FindingKind) -> None:
    assert action(kind, language=GERMAN) != action(kind)
    assert effort(kind, language=GERMAN) != effort(kind)


@pytest.mark.parametrize("two_way", [0, 1, 2, 3])
def test_an_empty_day_is_told_in_german_too(two_way: int) -> None:
    said = nothing_to_do(two_way, language=GERMAN)
    assert said.startswith("Noch zu wenig" if two_way < 3 else "Heute liegt nichts an")
