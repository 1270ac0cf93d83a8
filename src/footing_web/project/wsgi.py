"""What the server calls for every request."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footing_web.project.settings")
application = get_wsgi_application()

from footing_web.project.warming import warm_up  # noqa: E402 - only once Django is set up

warm_up()
