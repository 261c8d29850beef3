"""Errors that a person may meet: a code, the data, and a sentence that names the cure."""


class KithError(Exception):
    """Something a person can put right. `code` is stable for programs; `cure` says what to do."""

    code = "error"

    def __init__(self, message: str, *, cure: str = "", **data: object) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.data = data

    def __str__(self) -> str:
        return f"{self.message} {self.cure}".strip()


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
