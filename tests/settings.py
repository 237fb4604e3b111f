"""Broadsheet's own settings, in a folder that is thrown away, with the slow and the outside parts replaced.

`TEST_DATABASE=postgresql` runs the suite on a PostgreSQL that `tests.plugins.postgresql` starts; without
it the suite runs on SQLite, as a new newsroom does.
"""

import atexit
import os
import shutil
import tempfile

from tests import database

_home = tempfile.mkdtemp(prefix="broadsheet-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
# The environment of whoever runs the tests must not reach them.
for _name in [name for name in os.environ if name.startswith("BROADSHEET_")]:
    del os.environ[_name]
os.environ.update(BROADSHEET_HOME=_home, BROADSHEET_SECRET_KEY="a secret that everybody may know")
os.environ["BROADSHEET_VOICES"] = "none"  # only where a test is about them: `tests/narration`
os.environ.pop("REDIS_URL", None)
os.environ.pop("EMAIL_URL", None)
os.environ["DATABASE_URL"] = database.address()

from broadsheet import settings as real  # noqa: E402

vars().update({name: value for name, value in vars(real).items() if name.isupper()})

(real.HOME / "static").mkdir()
# A file, not memory: the browser's server answers from another thread, and readers do not wait for writers.
_test = {} if database.is_postgresql() else {"NAME": str(real.HOME / "test.sqlite3")}
DATABASES = {"default": real.DATABASES["default"] | {"TEST": _test}}
STORAGES = real.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PAGE_STORE = False  # only where a test is about it: `tests/edge`
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
