"""`python -m fazhi.project.manual`: the declarations can be read only once Django is set up."""

import importlib
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.project.settings")
django.setup()
importlib.import_module("fazhi.project.manual.writing").main()
