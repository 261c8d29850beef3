"""A sentence about an account that is only thought to be a customer says so."""

from collections.abc import Callable, Mapping

from kith.terms.language import Language, gettext_noop
from kith.terms.words import Relation

WORDS = 30  # that a sentence may have
_THOUGHT: Mapping[str, str] = {
    Relation.CUSTOMER: gettext_noop("{account}, we think a customer"),
    Relation.PROSPECT: gettext_noop("{account}, we think a prospect"),
}


def thought(
    say: Callable[[Mapping[str, str]], str],
    numbers: Mapping[str, object],
    names: Mapping[str, str],
    *,
    language: Language,
) -> str:
    """What `say` makes of the names: of an account's with "we think a customer" behind it, where
    nobody said so yet (`thought` among the numbers) and the sentence stays within its words."""
    said = say(names)
    template = _THOUGHT.get(str(numbers.get("thought") or ""))
    if template is None or "account" not in names:
        return said
    longer = say({**names, "account": language.gettext(template).format(account=names["account"])})
    return longer if len(longer.split()) <= WORDS else said
