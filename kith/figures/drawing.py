"""SVG by the standard library's ElementTree: no template, so nothing can be left unescaped."""

import math
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

# What XML cannot hold at all, escaped or not.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Drawing:
    """A picture of a given height, as wide as its place.

    Across, numbers are shares of the width from 0 to 1; down, pixels. `says` is what a screen
    reader tells of the whole; a drawing with links in it is a group that can be walked through.
    """

    def __init__(self, name: str, height: float, *, says: str, linked: bool = False) -> None:
        self.root = Element(
            "svg",
            {
                "class": f"fig__svg fig__svg--{name}",
                "width": "100%",
                "height": _px(height),
                "role": "group" if linked else "img",
                "aria-label": _clean(says),
            },
        )

    def box(self, style: str, x: float, y: float, width: float, height: float) -> Element:
        """A filled rectangle; a share of the width too thin to see is drawn one pixel wide."""
        wide = _share(width) if width > _HAIR else "1"
        return self._add(
            "rect",
            style,
            {"x": _share(x), "y": _px(y), "width": wide, "height": _px(max(height, 0.0))},
        )

    def line(
        self, style: str, start: tuple[float, float], end: tuple[float, float], width: float = 1.0
    ) -> Element:
        """A straight line, `width` pixels thick."""
        (x1, y1), (x2, y2) = start, end
        places = {"x1": _share(x1), "y1": _px(y1), "x2": _share(x2), "y2": _px(y2)}
        return self._add("line", style, {**places, "stroke-width": _px(width)})

    def dot(self, style: str, x: float, y: float, radius: float) -> Element:
        return self._add("circle", style, {"cx": _share(x), "cy": _px(y), "r": _px(radius)})

    def words(
        self, style: str, x: float, y: float, text: str, *, anchor: str = "start", dx: float = 0.0
    ) -> Element:
        """Text whose base line is at `y`, `dx` pixels beside `x`; `anchor`: start, middle, end."""
        place = {"x": _share(x), "y": _px(y), "text-anchor": anchor}
        if dx:
            place["dx"] = _px(dx)
        element = self._add("text", style, place)
        element.text = _clean(text)
        return element

    def link(self, href: str) -> "Drawing":
        """A link: what is drawn on what this gives belongs to it."""
        inner = Drawing.__new__(Drawing)
        inner.root = SubElement(self.root, "a", {"href": _clean(href), "class": "fig__link"})
        return inner

    def svg(self) -> str:
        return tostring(self.root, encoding="unicode")

    def _add(self, tag: str, style: str, places: Mapping[str, str]) -> Element:
        classes = " ".join(f"fig__{one}" for one in style.split())
        return SubElement(self.root, tag, {"class": classes, **places})


def titled(element: Element, text: str) -> None:
    """What a pointer that rests on the shape is told."""
    SubElement(element, "title").text = _clean(text)


_HAIR = 0.002


def _share(x: float) -> str:
    if not math.isfinite(x):
        raise ValueError("a place in a picture must be a number")
    return f"{round(x * 100, 3):g}%"


def _px(x: float) -> str:
    if not math.isfinite(x):
        raise ValueError("a place in a picture must be a number")
    return f"{round(x, 2):g}"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
