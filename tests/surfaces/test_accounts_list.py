"""The list of accounts as a page: columns, ways to sort and narrow it, and what it says."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.surfaces.web.accounts.trends import trend
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def rows(text: str) -> list[str]:
    return re.findall(r'<a href="/accounts/\d+/" data-open>([^<]+)</a>', text)


def test_it_says_both_sides_people_last_contact_and_who_holds_it(cast: Cast, seen_by: Seen) -> None:
    text = page(seen_by(cast.ada), "/accounts/")
    aster = text[text.index("Aster Dairy</a>") :]
    aster = aster[: aster.index("</tr>")]
    assert "From them" in aster
    assert "1 there" in aster
    assert "by mail" in aster
    assert "Ada Hart with" in aster
    assert 'accounts__held">Ada Hart<' in aster
    assert "1 thing" in aster


def test_the_head_of_a_column_sorts_by_it_and_says_so(cast: Cast, seen_by: Seen) -> None:
    text = page(seen_by(cast.ada), "/accounts/?sort=last")
    assert 'class="accounts__last" aria-sort="descending"><a href="?sort=-last"' in text
    assert text.count("aria-sort") == 1
    turned = page(seen_by(cast.ada), "/accounts/?sort=-last")
    assert rows(turned) == rows(text)[::-1]


def test_narrowing_keeps_the_order_and_each_link_takes_itself_back(
    cast: Cast, seen_by: Seen
) -> None:
    text = page(seen_by(cast.ada), "/accounts/?sort=last&mine=1&told=quiet")
    assert rows(text) == ["Aster Dairy"]
    assert 'href="?sort=last&amp;told=quiet" aria-current="true">Held by me' in text
    assert 'href="?sort=last&amp;mine=1" aria-current="true">Gone quiet' in text
    assert "All accounts" in text


@pytest.mark.parametrize(
    "asked",
    [
        "sort=nothing",
        "relation=nothing",
        "told=nothing",
        "mine=2",
        "after=nan~1",
        "after=x",
        "q=%00",
    ],
)
def test_what_nobody_can_ask_for_is_as_if_it_were_not_asked(
    asked: str, cast: Cast, seen_by: Seen
) -> None:
    assert len(rows(page(seen_by(cast.ada), f"/accounts/?{asked}"))) == 6


def test_nothing_found_says_how_to_go_on(cast: Cast, seen_by: Seen) -> None:
    text = page(seen_by(cast.ada), "/accounts/?relation=partner")
    assert "None of them." in text
    assert "Show all accounts" in text


def test_it_asks_the_database_a_bounded_number_of_times(
    cast: Cast,
    seen_by: Seen,
    django_assert_max_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    client = seen_by(cast.ada)
    with django_assert_max_num_queries(26):
        page(client, "/accounts/?sort=findings&mine=1&told=quiet&relation=customer")


@pytest.mark.parametrize(
    ("change", "arrow"),
    [(-0.51, "↓"), (-0.5, "↘"), (-0.25, "→"), (0.25, "→"), (0.26, "↗"), (1.0, "↗"), (1.01, "↑")],
)
def test_a_trend_is_an_arrow_and_words(change: float, arrow: str) -> None:
    assert trend(change).arrow == arrow
