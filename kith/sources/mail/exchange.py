"""Addresses of Exchange and Notes: X.500 names, their wrapping in SMTP, names in X-From and X-To.

An X.500 name (/O=FIRM/OU=EUROPE/CN=RECIPIENTS/CN=AAHLERS) is how Exchange knows its own people;
exports hold it where an address should stand. IMCEA wraps one, or any address that is not SMTP's,
in an SMTP address ([MS-OXCMAIL] 2.1.2: '_' for '/', '+XX' for other characters).
"""

import re
from functools import lru_cache

_COMMON_NAME = re.compile(r"/cn=([^/<>\"]{1,200})", re.IGNORECASE)
_ORGANISATION = re.compile(r"/o=([^/<>\"]{1,100})", re.IGNORECASE)
_WRAPPED = re.compile(r"imcea[a-z]{2,12}-([^@\s]{1,400})@", re.IGNORECASE)
_HEX = re.compile(r"\+([0-9a-f]{2})", re.IGNORECASE)
_SMTP = re.compile(r"[^\s<>\"'(),;:\[\]/]{1,256}@[^\s<>\"'(),;:\[\]/]{1,251}\.[a-z]{2,24}", re.I)
# Exchange Online puts a number before the alias: CN=0123456789ABCDEF0123456789ABCDEF-ANN.
_NUMBER = re.compile(r"\A[0-9a-f]{32}-", re.IGNORECASE)
_NOT_LOCAL = re.compile(r"[^a-z0-9.!#$%&'*+=?^_`{|}~-]+")
_NOT_HOST = re.compile(r"[^a-z0-9]+")
_BEFORE_ANGLE = re.compile(r"([^<>]{0,200})<[^<>]{0,500}>")
_WORD = re.compile(r"[^\W\d_]{3,}")
_EDGES = " ,;\t\"'"
MOST = 10  # recipients named by X-To: this runs on every mail of such an export
_LONGEST = 20_000  # characters of it


def unwrapped(address: str) -> str:
    """The address in an IMCEA wrapping: the SMTP address it holds, or the X.500 name's.

    An X.500 name without wrapping is read likewise; what is neither stays as it is.
    """
    inner = address
    if found := _WRAPPED.match(address):
        inner = _HEX.sub(lambda code: chr(int(code[1], 16)), found[1].replace("_", "/"))
        if smtp := _SMTP.search(inner):
            return smtp[0].lower()
    return _of_x500(inner) or address


def is_x500(address: str) -> bool:
    """Whether an X.500 name stands where an address should."""
    return "/cn=" in address.lower()


@lru_cache(maxsize=20_000)
def name_in(value: str) -> str:
    """The name in one X-From or X-To: 'Ahlers, Ann </O=…>', 'Ann Ahlers/Firm@Firm', 'Ann'.

    '' where an address stands in the name's place.
    """
    name = value.partition("<")[0].strip(_EDGES)
    if "@" not in name:
        return name
    # Notes: the name is the first part of a path, its domain has no dot.
    path, _, domain = name.rpartition("@")
    first, slash, _ = path.partition("/")
    return first.strip(_EDGES) if slash and "." not in domain and "@" not in first else ""


def apart(value: str) -> list[str]:
    """The names in X-To or X-cc, each as `name_in` and `fitting` read it."""
    value = value[:_LONGEST]
    return _BEFORE_ANGLE.findall(value) if "<" in value else value.split(",")


@lru_cache(maxsize=20_000)
def fitting(value: str, address: str) -> str:
    """The name, if a word of it begins as one in the address; else ''.

    Names and addresses stand in one order, but commas part both names from each other and last
    names from first ones: where they were told apart wrongly, they do not fit.
    """
    name, local = name_in(value), address.partition("@")[0]
    return name if any(word[:4] in local for word in _WORD.findall(name.lower())) else ""


def _of_x500(name: str) -> str:
    """An address for an X.500 name: its last common name at its organisation, without a dot.

    A host without a dot can only be inside the house's network, as such a name can. '' if none.
    """
    names = _COMMON_NAME.findall(name)
    house = _ORGANISATION.search(name)
    if not names or house is None:
        return ""
    local = _NOT_LOCAL.sub("-", _NUMBER.sub("", names[-1].strip()).lower()).strip("-.")
    host = _NOT_HOST.sub("-", house[1].lower()).strip("-")
    return f"{local[:64]}@{host[:63]}" if local and host else ""
