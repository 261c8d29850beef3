"""The web application, as a server calls it."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
application = get_wsgi_application()

# All pages are loaded now, not for the first who asks. What was loaded stays to the end, and no
# look for garbage goes through it again, a tenth of a second long, in the middle of some page.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
