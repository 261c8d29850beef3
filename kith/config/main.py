"""The `kith` command: settings first, then the commands of `surfaces.cli` and the server."""

import atexit
import gc
import os
import sys


def main() -> None:
    """Runs one command. Exit status 0 only if all was done; errors of people's are one sentence."""
    # What is left goes with the process: to look through it for garbage first takes a while. But
    # the ledger is closed (registered later, called first), so that its log goes into its file.
    atexit.register(gc.freeze)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(f"kith: {error}")
    from django.db import connections

    from kith.surfaces.cli.root import root

    atexit.register(connections.close_all)

    root.add_lazy("serve", "kith.config.serve_command:serve")
    root.add_lazy("demo", "kith.config.serve_command:demo")
    root(prog_name="kith")
