"""`python -m bench.work NAME ARGUMENT ...`: sets Django up, then runs one piece of work.

Imports nothing by itself: a process that an import starts beside it imports this file anew, and
shall not wait for a Django that it does not use.
"""

import sys


def main(name: str, *arguments: str) -> None:
    import atexit
    import gc
    from importlib import import_module

    import django

    atexit.register(gc.freeze)  # as every command of Kith's does
    django.setup()
    import_module(f"bench.work.{name}").main(*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
