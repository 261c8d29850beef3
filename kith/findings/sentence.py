"""The one place that speaks: a finding's numbers and names become a sentence for its reader.

At most 30 words, with who and a number. Every template is one translatable string, so that other
languages may order its parts as they like. The templates stand in `kith.findings.wording`, a module
a kind; a kind speaks once it has its line here.
"""

from collections.abc import Callable, Mapping
from types import ModuleType

from kith.findings.thought import thought
from kith.findings.wording import gone_quiet, hangs_on_one, unanswered
from kith.findings.wording.numbers import Names, Numbers
from kith.terms.finding import FindingKind

Translate = Callable[[str], str]

_WORDING: Mapping[FindingKind, ModuleType] = {
    FindingKind.GONE_QUIET: gone_quiet,
    FindingKind.UNANSWERED: unanswered,
    FindingKind.HANGS_ON_ONE: hangs_on_one,
}


def speak(kind: str, numbers: Numbers, names: Names, *, translate: Translate = str) -> str:
    """The sentence of one finding.

    `names`: `contact`, `account`; `colleague` where it speaks of another than the reader;
    `subject` where the reader may see it.
    Raises KeyError for a kind that no template is written for.
    """
    parts = _WORDING[FindingKind(kind)].parts(numbers, names)
    return thought(
        lambda named: " ".join(
            translate(part).format(**_shown(numbers), **named) for part in parts
        ),
        numbers,
        names,
        translate=translate,
    )


def action(kind: str, *, translate: Translate = str) -> str:
    """What to do about it, as the button beside the sentence says."""
    return translate(_WORDING[FindingKind(kind)].ACTION)


def nothing_to_do(two_way: int, *, translate: Translate = str) -> str:
    """What Today says when it is empty: all is well, or too little is known to say so."""
    if two_way == 0:
        return translate(
            "Too little to say: nobody outside yet both writes to you and hears from you."
        )
    if two_way == 1:
        return translate("Too little to say: one outside contact exchanges mail with you.")
    if two_way == 2:
        return translate("Too little to say: two outside contacts exchange mail with you.")
    return translate("Nothing needs you today: nobody is waiting, nobody has gone quiet.")


def _shown(numbers: Numbers) -> dict[str, object]:
    """Half a day is no part of anyone's rhythm: numbers are shown whole."""
    return {name: round(n) if isinstance(n, float) else n for name, n in numbers.items()}
