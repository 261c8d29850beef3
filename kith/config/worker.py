"""`python -m kith.config.worker`: the job worker's process.

Imports nothing by itself: a process that an import starts beside it imports this file anew, and
shall not set up all of Kith to parse mail.
"""

if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    django.setup()

    from kith.config.jobs import main

    main()
