"""Gives the tests a home of their own, before Django reads its settings.

Loaded by `-p tests.home`: pytest-django reads the settings before any conftest is seen.
"""

import atexit
import os
import shutil
import tempfile

# A person's own settings must not decide what the tests say; which database, they may.
for name in [name for name in os.environ if name.startswith("KITH_")]:
    if name not in {"KITH_REAL_DATA", "KITH_SCREENS", "KITH_CHROMIUM"}:
        del os.environ[name]

os.environ["KITH_HOME"] = _home = tempfile.mkdtemp(prefix="kith-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)

# Java lives for a minute or two: it compiles fast rather than well, and tidies up in one thread.
os.environ.setdefault("SPARK_SUBMIT_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
