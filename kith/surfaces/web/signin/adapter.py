"""Who may sign up: nobody alone. The firm invites; allauth does the rest."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):
    """Closes the sign-up page: an open one would let a stranger into the firm's ledger."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False
