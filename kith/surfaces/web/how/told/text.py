"""How a signal is told to those who are shown its values."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.terms.finding import FindingKind

OURS = _("The choices in it are ours.")


@dataclass(frozen=True, slots=True)
class Text:
    """A signal's question, how it is answered, where the formula comes from, and what it cannot
    tell. `formula`: its lines, in the signs of docs/signals/. `kinds`: of findings that rest on it.
    `reads`: the fact tables it counts. `of`: the signals that the page speaks of, its own name
    first: what is counted alike for a person, an account and the firm is told once."""

    of: tuple[str, ...]
    name: Promise
    question: Promise
    how: Promise
    formula: tuple[str, ...]
    source: Promise
    cannot: Promise
    kinds: tuple[FindingKind, ...] = ()
    reads: tuple[str, ...] = ("touches", "contacts", "accounts")
