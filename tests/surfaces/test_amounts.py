"""Money and shares as people type them."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kith.surfaces.amounts import read_amount, read_share, typed_amount, typed_share
from kith.terms.errors import BadInput


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("", None), ("  ", None), ("240", "240"), ("0", "0"), ("1200.50", "1200.5"),
        ("1,200.50", "1200.5"), ("1.200,50", "1200.5"), ("1 200,5", "1200.5"),
        ("1'200.50", "1200.5"), ("€ 1,200", "1200"), ("99,9", "99.9"),
        ("1.234.567", "1234567"), ("EUR 12", "12"),
        ("12.", "12"), ("1\u202f200", "1200"),
    ],
)  # fmt: skip
def test_an_amount_is_read_whatever_signs_part_it(text: str, amount: str | None) -> None:
    with translation.override("en"):
        read = read_amount(text)
    assert read == (None if amount is None else int(Decimal(amount) * 10_000))


@pytest.mark.parametrize(("language", "amount"), [("en", 1.2), ("de", 1200.0)])
def test_one_sign_before_three_figures_means_what_it_does_in_the_language(
    language: str, amount: float
) -> None:
    with translation.override(language):
        assert read_amount("1.200") == round(amount * 10_000)


@pytest.mark.parametrize("text", ["two", "-5", "1..2", "1,2,", "1e9", "12x", "9" * 30])
def test_what_is_no_number_is_refused_with_a_cure(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_amount(text)
    assert refused.value.cure


@pytest.mark.parametrize(
    ("text", "share"), [("4", 40_000), ("2,5 %", 25_000), ("0.25", 2_500), ("100%", 1_000_000)]
)
def test_a_share_is_read_in_per_cent(text: str, share: int) -> None:
    assert read_share(text) == share


@given(st.integers(0, 10**12), st.sampled_from(["en", "de"]))
def test_what_a_form_shows_of_cents_it_reads_again(cents: int, language: str) -> None:
    with translation.override(language):
        assert read_amount(typed_amount(cents * 100)) == cents * 100


@given(st.integers(1, 1_000_000), st.sampled_from(["en", "de"]))
def test_what_a_form_shows_of_a_share_it_reads_again(share: int, language: str) -> None:
    with translation.override(language):
        assert read_share(typed_share(share)) == share


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(text: str) -> None:
    try:
        found = read_amount(text)
    except BadInput:
        return
    assert found is None or found >= 0
