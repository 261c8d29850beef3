"""Gives the tests a home of their own, before Django reads its settings.

Loaded by `-p tests.home`: pytest-django reads the settings before any conftest is seen.
"""

import atexit
import os
import shutil
import tempfile

os.environ["KITH_HOME"] = _home = tempfile.mkdtemp(prefix="kith-tests-")
os.environ.pop("KITH_SECRET_KEY", None)
atexit.register(shutil.rmtree, _home, ignore_errors=True)
