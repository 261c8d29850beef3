"""Signs in foreign text that would deceive whoever reads it, for every surface that shows any.

A sender chooses their name and subject. Signs that turn the direction of writing make
`gpj.exe` read `exe.jpg`; they are shown by their number. Signs that nobody sees, and those by which
a terminal takes orders, are left out. Joiners stay: Persian, Hindi and families of emoji need them.
"""

import re

_TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSEEN = [0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)]
_CONTROL = [*(c for c in range(0x20) if c not in (0x09, 0x0A, 0x0D)), *range(0x7F, 0xA0)]
_TAGS = range(0xE0000, 0xE0080)
_SHOWN = {code: f"[U+{code:04X}]" for code in _TURNING}
_TABLE: dict[int, str | None] = {**dict.fromkeys([*_UNSEEN, *_CONTROL, *_TAGS]), **_SHOWN}

# To look for them in the bytes of a page takes a tenth of what a look at its letters takes. Each
# begins with the bytes that its signs share, which is what makes the search quick.
_ASCII_CONTROL = bytes(code for code in _CONTROL if code < 0x80)
_LONG = [
    re.compile(signs)
    for signs in (
        rb"\xc2[\x80-\x9f]",
        rb"\xe2\x80[\x8b\xaa-\xae]",
        rb"\xe2\x81[\xa0-\xa4\xa6-\xaf]",
        rb"\xef\xbb\xbf",
        rb"\xef\xbf[\xb9-\xbb]",
        rb"\xf3\xa0[\x80\x81]",
    )
]


def harmless(text: str) -> str:
    """The text as it may be shown: nothing in it turns, hides or commands."""
    return text.translate(_TABLE) if _has_any(text.encode(errors="surrogatepass")) else text


def harmless_page(page: bytes) -> bytes:
    """The same for a page in UTF-8. Nearly all pages are given back as they are."""
    return harmless(page.decode()).encode() if _has_any(page) else page


def _has_any(text: bytes) -> bool:
    if len(text.translate(None, _ASCII_CONTROL)) != len(text):
        return True
    return any(signs.search(text) for signs in _LONG)
