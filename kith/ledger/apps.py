"""The Django app: the only one of ours with migrations."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The ledger. Its models are laid out by subject; `models.py` gathers them for Django."""

    name = "kith.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
