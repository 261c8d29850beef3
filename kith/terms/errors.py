"""Errors that a person may meet: a code, the data, and a sentence that names the cure."""

import json
import re
from collections.abc import Mapping

from kith.terms.language import ENGLISH, Language

_OPEN = re.compile(r"\{(\w+)\}")


class KithError(Exception):
    """Something a person can put right. `code` is stable for programs; `cure` says what to do.

    What is raised is a template, marked by `gettext_noop`, and the `data` that fill it: it is
    spoken late, in the language of who meets it.
    """

    code = "error"

    def __init__(self, message: str, *, cure: str = "", **data: object) -> None:
        super().__init__(message)
        self.templates = (message, cure)
        self.data = data

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return _filled(self.templates[0], self.data)

    @property
    def cure(self) -> str:
        """What to do about it, in English; '' where that goes without saying."""
        return _filled(self.templates[1], self.data)

    def told(self, language: Language = ENGLISH) -> str:
        """Both, in a language."""
        said = (language.gettext(template) for template in self.templates if template)
        return " ".join(_filled(template, self.data) for template in said)

    def __str__(self) -> str:
        return self.told()

    def written(self) -> str:
        """It as a text that can be stored and read back (`read_error`), to be told to others."""
        return json.dumps(
            [*self.templates, {name: str(value) for name, value in self.data.items()}]
        )


def read_error(text: str) -> KithError:
    """What `written` gave; any other text is its own message."""
    try:
        message, cure, data = json.loads(text)
        return KithError(message, cure=cure, **data)
    except (ValueError, TypeError):
        return KithError(text)


def _filled(template: str, data: Mapping[str, object]) -> str:
    """What stands between braces and is no name of the data stays: it may be a file's own name."""
    return _OPEN.sub(lambda open_: str(data.get(open_[1], open_[0])), template)


class BadInput(KithError):
    """What was handed in cannot be used: no such path, not mail, unreadable."""

    code = "bad_input"


class NotReady(KithError):
    """Kith is not set up for this yet: no ledger, no user, no mailbox of that name."""

    code = "not_ready"


class Refused(KithError):
    """The ledger will not do this, whoever asks in that way."""

    code = "refused"


class NotVisible(KithError):
    """There is no such thing for this reader: absent and forbidden look alike on purpose."""

    code = "not_visible"
