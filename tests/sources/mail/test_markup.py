import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sources.mail.markup import text_of
from tests.sources.mail.letters import letter, read


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<head><title>t</title><style>p{}</style></head>a", "a"),
        ("a<script>if (1<2) x('</p>')</script>b", "ab"),
        ("a<!-- <p>no</p> -->b", "ab"),
        ("<!DOCTYPE html><b>a</b> &lt;b&gt;&nbsp;&eacute;", "a <b> é"),
        ("<td>a</td><td>b</td>", "a b"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        ("a\n  b", "a b"),
        ("a<script>never closed", "a"),
    ],
)
def test_html_reads_as_it_is_seen(markup: str, text: str) -> None:
    assert text_of(markup) == text


@given(st.text("<>!-/ap&;script\n", max_size=200))
def test_no_markup_raises(markup: str) -> None:
    text_of(markup)


def test_a_page_that_calls_itself_plain_is_read_as_a_page() -> None:
    page = "<html><head><title>x</title></head><body><p>The seal is here.</p></body></html>"
    mail = letter("Content-Type: text/plain", body=page)

    assert read(mail).text.strip() == "The seal is here."
