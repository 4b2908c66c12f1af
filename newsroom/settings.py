"""Newsroom's settings, in chapters. README's table tells the variables they are read from."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.conf.global_settings import LANGUAGES

from newsroom import environment

BASE_DIR = Path(__file__).resolve().parent.parent

# The folder of what this newsroom makes while it runs: the SQLite file and the secret key.
DATA_DIR = BASE_DIR / environment.text("DATA_DIR", "data")


# The site

SITE_NAME = environment.text("SITE_NAME", "Newsroom")
SITE_URL = environment.site_url("SITE_URL", "http://127.0.0.1:8000")
IS_HTTPS = SITE_URL.startswith("https://")


# Safety

DEBUG = environment.boolean("DEBUG", False)
SECRET_KEY = environment.secret_key("SECRET_KEY", DATA_DIR / "secret_key")
ALLOWED_HOSTS = environment.hosts(
    "ALLOWED_HOSTS", [environment.host_of(SITE_URL), "127.0.0.1", "localhost"]
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]

SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # who watches a server asks it directly
SESSION_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0  # a year, what the preload list asks for
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
if environment.boolean("BEHIND_PROXY", False):
    # Only a proxy that sets this header itself may be trusted with it.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# A list of the desk can be selected and deleted as far as it counts, 1,000 rows a field each. A story
# of two million letters, the largest that is imported, takes six bytes for each Cyrillic one.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"


# What is installed

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "taggit",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "newsroom.jinja.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "desk"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ],
        },
    },
]


# The database

DATABASES = {"default": environment.database("DATABASE_URL", DATA_DIR / "newsroom.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


# What is remembered for a minute, by each process for itself

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}


# The API

# What one address may ask of each process in a minute.
API_REQUESTS_A_MINUTE = environment.whole_number("API_REQUESTS_A_MINUTE", 120, 1, 1_000_000)
# Behind a proxy, who asks is whom the proxy names last; without one, nobody may say they are somebody else.
NINJA_NUM_PROXIES = 1 if environment.boolean("BEHIND_PROXY", False) else 0


# What is done later, and by whom: at once by whoever asks, or by `manage.py db_worker`

TASKS_WAIT = environment.one_of("TASKS", "immediate", ["immediate", "database"], "database")
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if TASKS_WAIT == "database"
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}
INSTALLED_APPS += ["django_tasks", *(["django_tasks_db"] if TASKS_WAIT == "database" else [])]


# Editors' accounts

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# The desk's messages wait with its session; a cookie for them would be made ready for every reader.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"


# Language and time

LANGUAGE_CODE = environment.language("LANGUAGE_CODE", "en", [code for code, _ in LANGUAGES])
TIME_ZONE = environment.time_zone("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True


# Names

# Whether names and quotes are looked for in stories at all.
FIND_NAMES = environment.boolean("FIND_NAMES", True)
# What readers see of what rules found, by confidence in percent: `articles/names/` says what it means.
NAMES_PUBLIC_FROM = environment.whole_number("NAMES_PUBLIC_FROM", 80, 1, 100)
# Which new names an import makes into people, organizations and events by itself.
NAMES_MADE_FROM = environment.thresholds("NAMES_MADE_FROM", "1:85, 2:80")


# Who is told that a story is new or has changed: nobody, unless they are named here

INDEXNOW_KEY = environment.indexnow_key("INDEXNOW_KEY")
INDEXNOW_SERVER = environment.service("INDEXNOW_SERVER", "https://api.indexnow.org/indexnow")
WEBSUB_HUB = environment.service("WEBSUB_HUB")


# Static files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # Under DEBUG files are served as they lie, so that a change shows at the next reload.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.static_files.JoinedFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True


# Tags

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False


# What is said while it runs

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
