"""The WSGI application that a server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.project.settings")
application = get_wsgi_application()
gc.freeze()  # what is loaded stays: the collector need not walk it again
