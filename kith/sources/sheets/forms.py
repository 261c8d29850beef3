"""Which form of file it is, told from its first bytes: names of files lie."""

from pathlib import Path

from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
_PAGES = (b"<html", b"<!doctype", b"<table")
_WORKBOOKS = ("xlsx", "xlsm", "xlsb", "ods")
_HEAD = 4096

_GONE = gettext_noop("There is no file {name}.")
_CHECK = gettext_noop("Check the path.")
_EMPTY = gettext_noop("Nothing stands in {name}.")
_FILL = gettext_noop("Choose a file that has rows.")
_IS_PACKED = gettext_noop("{name} is packed.")
_UNPACK = gettext_noop("Unpack it and take the sheet in it.")
_NO_SHEET = gettext_noop("{name} is no sheet.")
_SAVE = gettext_noop("Save it as CSV or XLSX, in the program that wrote it.")
_WEB = gettext_noop("{name} is a web page, whatever it is called.")


def form_of(path: Path) -> str:
    """'csv', 'xls', or the ending of a zipped workbook. Raises BadInput for anything else."""
    if not path.is_file():
        raise BadInput(_GONE, cure=_CHECK, name=path.name)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise BadInput(_EMPTY, cure=_FILL, name=path.name)
    ending = path.suffix[1:].lower()
    if head.startswith(_ZIP):
        if ending in _WORKBOOKS:
            return ending
        raise BadInput(_IS_PACKED, cure=_UNPACK, name=path.name)
    if head.startswith(_OLE):
        return "xls"
    if head.startswith(_PACKED):
        raise BadInput(_IS_PACKED, cure=_UNPACK, name=path.name)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].lower().startswith(_PAGES):
        raise BadInput(_WEB, cure=_SAVE, name=path.name)
    if _is_binary(head):
        raise BadInput(_NO_SHEET, cure=_SAVE, name=path.name)
    return "csv"


def _is_binary(head: bytes) -> bool:
    """Texts hold hardly any signs that cannot be printed, but for the zeros of wide encodings."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    zeros = head.count(0)
    return control - zeros > 0.02 * len(head) or 0.02 * len(head) < zeros < 0.3 * len(head)
