"""One cause, one finding: which kind speaks where several rules see the same."""

from collections.abc import Iterator
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.findings.causes import COSTS, FADES, ORDER, each_cause_once
from kith.terms.finding import Claim, Finding, FindingKind

TODAY = date(2025, 6, 30)
GONE_QUIET, UNANSWERED, HANGS = (
    FindingKind.GONE_QUIET, FindingKind.UNANSWERED, FindingKind.HANGS_ON_ONE,
)  # fmt: skip
numbers: Iterator[int] = count(1)


def a_finding(
    kind: FindingKind,
    contact: int | None,
    account: int = 1,
    rank: float = 0.5,
    user: int = 101,
    key: str = "",
) -> Finding:
    return Finding(
        key=key or f"{kind}:{next(numbers):06}", kind=kind, claim=Claim.FACT, account_id=account,
        contact_id=contact, user_id=user, as_of=TODAY, since=TODAY, stake=0.1, urgency=0.5,
        rank=rank,
    )  # fmt: skip


def test_every_kind_has_its_place() -> None:
    assert {kind.value for kind in FindingKind} <= set(ORDER)
    assert len(set(ORDER)) == len(ORDER)
    assert set(ORDER) >= FADES | COSTS
    assert not FADES & COSTS


def test_what_explains_the_silence_speaks_before_what_follows_from_it() -> None:
    asked = a_finding(UNANSWERED, 1, rank=0.9)
    quiet = a_finding(GONE_QUIET, 1, rank=0.1)
    assert each_cause_once([asked, quiet]) == [quiet]
    assert each_cause_once([quiet, asked]) == [quiet]


def test_who_waits_for_an_answer_speaks_before_what_has_always_been_so() -> None:
    sole, asked = a_finding(HANGS, 1, rank=0.9), a_finding(UNANSWERED, 1, rank=0.1)
    assert each_cause_once([sole, asked]) == [asked]


def test_of_an_account_that_fades_the_highest_rank_speaks_alone() -> None:
    quiet = [a_finding(GONE_QUIET, contact, rank=contact / 10) for contact in (1, 3, 2)]
    elsewhere = a_finding(GONE_QUIET, 4, account=2, rank=0.02)
    of_a_colleague = a_finding(GONE_QUIET, 6, user=102, rank=0.01)
    asked = a_finding(UNANSWERED, 5)
    assert each_cause_once([*quiet, elsewhere, asked, of_a_colleague]) == [
        quiet[1], elsewhere, of_a_colleague, asked,
    ]  # fmt: skip


def test_what_leaks_speaks_for_the_waivers_and_gifts_that_it_is_made_of() -> None:
    leaking = a_finding(FindingKind.LEAKING, None, rank=0.1)
    waived = a_finding(FindingKind.WAIVED_AGAIN, None, rank=0.9)
    given_ = a_finding(FindingKind.GIVEN_AGAIN, None, rank=0.8)
    of_a_colleague = a_finding(FindingKind.GIVEN_AGAIN, None, user=102)
    quiet = a_finding(GONE_QUIET, None)
    spread = a_finding(FindingKind.DISCOUNT_SPREAD, None)
    told = [waived, given_, leaking, of_a_colleague, quiet, spread]
    assert each_cause_once(told) == [quiet, leaking, of_a_colleague, spread]


def test_two_of_equal_rank_are_told_apart_by_their_key() -> None:
    first, second = a_finding(GONE_QUIET, 1, key="a"), a_finding(GONE_QUIET, 2, key="b")
    assert each_cause_once([second, first]) == [first]


def test_findings_about_no_contact_in_particular_do_not_hide_each_other() -> None:
    about_accounts = [a_finding(HANGS, None, account=1), a_finding(HANGS, None, account=2)]
    assert each_cause_once(about_accounts) == about_accounts


@given(st.data())
def test_never_two_of_a_contact_and_never_two_that_fade(data: st.DataObject) -> None:
    found = data.draw(
        st.lists(
            st.builds(
                a_finding,
                st.sampled_from(FindingKind),
                st.none() | st.integers(1, 5),
                st.integers(1, 3),
                st.sampled_from([0.1, 0.5]),
                st.sampled_from([101, 102]),
            )
        )
    )
    speaks = each_cause_once(found)
    contacts = [f.contact_id for f in speaks if f.contact_id is not None]
    assert len(contacts) == len(set(contacts))
    assert set(contacts) == {f.contact_id for f in found} - {None} or any(
        f.kind in FADES | COSTS for f in found
    )
    for story in (FADES, COSTS):
        told = [(f.account_id, f.user_id) for f in speaks if f.kind in story]
        assert len(told) == len(set(told))
    assert each_cause_once(reversed(found)) == speaks


def test_a_kind_without_a_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.findings.causes.ORDER", ("contact_gone",))
    with pytest.raises(ValueError, match="not in tuple"):
        each_cause_once([a_finding(GONE_QUIET, 1)])
