"""The text of an HTML mail. Linear in its length whatever stands there, unlike a tree builder."""

import html
import re

MOST = 2_000_000

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_SILENT = {"script", "style", "title"}
_BREAKS = {
    "br", "p", "/p", "div", "/div", "tr", "/tr", "li", "/ul", "/ol", "table", "/table", "hr", "ul",
    "blockquote", "/blockquote", "h1", "/h1", "h2", "/h2", "h3", "/h3", "h4", "/h4", "pre", "/pre",
}  # fmt: skip
_PARAGRAPHS = {"/p", "/h1", "/h2", "/h3", "/h4", "/table", "blockquote", "/blockquote"}
_SPACES = re.compile(r"[ \t\r\f\v\n\u00a0]+")
_EDGES = re.compile(r" *\n *")
_EMPTY = re.compile(r"\n{3,}")


def text_of(markup: str) -> str:
    """What a reader sees: no tags, no scripts or styles; blocks on lines of their own.

    A link's address is not part of it. Spaces and line ends of the source mean one space.
    """
    out: list[str] = []
    markup = markup[:MOST]
    place = 0
    while (opened := markup.find("<", place)) >= 0:
        out.append(_spoken(markup[place:opened]))
        place, mark = _past(markup, opened)
        out.append(mark)
    out.append(_spoken(markup[place:]))
    return _EMPTY.sub("\n\n", _EDGES.sub("\n", "".join(out))).strip()


def _spoken(text: str) -> str:
    return _SPACES.sub(" ", html.unescape(text)) if text else ""


def _past(markup: str, opened: int) -> tuple[int, str]:
    """Where the text goes on after the '<' at `opened`, and what the tag means in it."""
    if markup.startswith("<!--", opened):
        return _after(markup, "-->", opened), ""
    name = _NAME.match(markup, opened + 1)
    if name is None:
        if markup.startswith(("<!", "<?"), opened):
            return _after(markup, ">", opened), ""
        return opened + 1, "<"
    tag = name[0].lower()
    if tag in _SILENT:
        end = re.compile(f"</{tag}", re.IGNORECASE).search(markup, opened)
        return (_after(markup, ">", end.start()) if end else len(markup)), ""
    lines = "\n\n" if tag in _PARAGRAPHS else "\n" if tag in _BREAKS else " " if tag == "td" else ""
    return _after(markup, ">", opened), lines


def _after(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return found + len(mark) if found >= 0 else len(markup)
