"""The settings of the service for tests: the same ones, in a folder of their own, with quick password hashes."""

import atexit
import os
import shutil
import tempfile

FOLDER = tempfile.mkdtemp(prefix="footing-tests-")
os.mkdir(f"{FOLDER}/static")  # where the server would find collected files
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

for name in [name for name in os.environ if name.startswith("FOOTING_")]:
    if not name.startswith(("FOOTING_TEST_", "FOOTING_REQUIRE_")):
        del os.environ[name]
os.environ["FOOTING_DATA"] = FOLDER
if os.environ.get("FOOTING_TEST_DATABASE") == "postgres":
    from web.postgresql import server_of_its_own

    os.environ["FOOTING_DATABASE_URL"] = server_of_its_own(FOLDER)
# The browser of the tests runs an event loop in the thread that also asks the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from footing_web.project.settings import *  # noqa: E402, F403
from footing_web.project.settings import DATABASES, TASKS  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: the server of the browser tests has threads, each with its own connection.
    DATABASES["default"]["TEST"] = {"NAME": f"{FOLDER}/test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS["default"] = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}
