"""The one place that speaks: a finding's numbers and names become a sentence for its reader.

At most 30 words in every language it speaks, with who and a number. Every template is a whole
sentence, so that other languages may order its parts as they like. The templates stand in
`kith.findings.wording`, a module a kind; a kind speaks once it has its line here.
"""

from collections.abc import Mapping
from types import ModuleType

from kith.findings.thought import thought
from kith.findings.wording import (
    contact_gone,
    discount_spread,
    given_again,
    gone_quiet,
    hangs_on_one,
    held_by_one,
    leaking,
    newcomer,
    no_say,
    one_sided,
    over_attended,
    they_stopped,
    unanswered,
    waived_again,
    we_stopped,
)
from kith.findings.wording.numbers import Names, Numbers
from kith.terms.finding import FindingKind
from kith.terms.language import ENGLISH, Language

_WORDING: Mapping[FindingKind, ModuleType] = {
    FindingKind.GONE_QUIET: gone_quiet,
    FindingKind.UNANSWERED: unanswered,
    FindingKind.HANGS_ON_ONE: hangs_on_one,
    FindingKind.CONTACT_GONE: contact_gone,
    FindingKind.ONE_SIDED: one_sided,
    FindingKind.THEY_STOPPED: they_stopped,
    FindingKind.WE_STOPPED: we_stopped,
    FindingKind.HELD_BY_ONE: held_by_one,
    FindingKind.NEWCOMER: newcomer,
    FindingKind.NO_SAY: no_say,
    FindingKind.LEAKING: leaking,
    FindingKind.WAIVED_AGAIN: waived_again,
    FindingKind.GIVEN_AGAIN: given_again,
    FindingKind.DISCOUNT_SPREAD: discount_spread,
    FindingKind.OVER_ATTENDED: over_attended,
}


def speak(
    kind: str,
    numbers: Numbers,
    names: Names,
    *,
    language: Language = ENGLISH,
    to_manager: bool = False,
) -> str:
    """The sentence of one finding.

    `names`: `contact`, `account`; `colleague` where it speaks of another than the reader;
    `subject` and `successor` where the reader may see them; `family` of products. `to_manager`: it
    speaks to who reads of everybody's accounts, so it says "you" to nobody and nothing that stands
    in the words of a mail; a kind has `for_manager` in its wording where the two differ.
    Raises KeyError for a kind that no template is written for.
    """
    wording = _WORDING[FindingKind(kind)]
    make = getattr(wording, "for_manager", wording.parts) if to_manager else wording.parts
    parts = make(numbers, names, language)
    return thought(
        lambda named: " ".join(part.format(**_shown(numbers), **named) for part in parts),
        numbers,
        names,
        language=language,
    )


def action(kind: str, *, language: Language = ENGLISH) -> str:
    """What to do about it, as the button beside the sentence says."""
    return language.gettext(_WORDING[FindingKind(kind)].ACTION)


def nothing_to_do(two_way: int, *, language: Language = ENGLISH) -> str:
    """What Today says when it is empty: all is well, or too little is known to say so."""
    if two_way == 0:
        return language.gettext(
            "Too little to say: nobody outside yet both writes to you and hears from you."
        )
    if two_way == 1:
        return language.gettext("Too little to say: one outside contact exchanges mail with you.")
    if two_way == 2:
        return language.gettext("Too little to say: two outside contacts exchange mail with you.")
    return language.gettext("Nothing needs you today: nobody is waiting, nobody has gone quiet.")


def _shown(numbers: Numbers) -> dict[str, object]:
    """Half a day is no part of anyone's rhythm: numbers are shown whole."""
    return {name: round(n) if isinstance(n, float) else n for name, n in numbers.items()}
