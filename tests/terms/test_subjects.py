import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.terms.subjects import fold_subject


@pytest.mark.parametrize(
    "subject",
    [
        "Seals for the P-40", "RE: Seals for the P-40", "Re: FW: Fwd: seals  for the\tp-40",
        "AW: WG: Seals for the P-40", "SV: VS: Seals for the P-40", "Antw: Seals for the P-40",
        "TR : Seals for the P-40", "RV: RIF: Seals for the P-40", "Re[2]: Seals for the P-40",
        "RE(3): Seals for the P-40", "Re^2: Seals for the P-40", "[pumps] Seals for the P-40",
        "[pumps] Re: [pumps] [ext] Seals for the P-40", "Re:Seals for the P-40",
    ],
)  # fmt: skip
def test_subjects_of_one_conversation_fold_alike(subject: str) -> None:
    assert fold_subject(subject) == "seals for the p-40"


@pytest.mark.parametrize(
    ("subject", "folded"),
    [
        ("", ""), ("Re: ", ""), ("[urgent]", "[urgent]"), ("Re: [urgent]", "[urgent]"),
        ("Report: Q3", "report: q3"), ("Reply by Friday", "reply by friday"), ("Straße", "strasse"),
    ],
)  # fmt: skip
def test_what_is_no_mark_stays(subject: str, folded: str) -> None:
    assert fold_subject(subject) == folded


@given(st.text("reRE fw:[]2 x", max_size=40))
def test_a_mark_in_front_changes_nothing_and_folding_twice_neither(subject: str) -> None:
    once = fold_subject(subject)
    assert fold_subject(f"Re: {subject}") == once
    assert fold_subject(once) == once
