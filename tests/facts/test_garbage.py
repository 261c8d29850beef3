"""Looks for garbage are rare for a while, and as often as before after it."""

import gc

from kith.facts.garbage import OFTEN, few_looks_for_garbage


def test_the_rarest_of_two_holds_and_all_is_as_before_in_the_end() -> None:
    found = gc.get_threshold()
    try:
        gc.set_threshold(2 * OFTEN, 10, 10)
        with few_looks_for_garbage():
            assert gc.get_threshold() == (2 * OFTEN, 10, 10)
        gc.set_threshold(700, 11, 12)
        with few_looks_for_garbage(), few_looks_for_garbage():
            assert gc.get_threshold() == (OFTEN, 11, 12)
        assert gc.get_threshold() == (700, 11, 12)
    finally:
        gc.set_threshold(*found)
