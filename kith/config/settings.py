"""Django's settings. What a firm may change comes from the environment (docs/settings.md)."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from kith.config import env

HOME = env.home()
PAGES = Path(__file__).resolve().parent.parent / "surfaces" / "web"
SECRET_KEY = env.secret_key(HOME)
DEBUG = env.flag("KITH_DEBUG")
ALLOWED_HOSTS = os.environ.get("KITH_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("KITH_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "kith.ledger",
    "kith.surfaces.web",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kith.surfaces.web.language.middleware.LanguageMiddleware",
    # Closed by default: an address is open only where its view says so.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kith.surfaces.web.frame.middleware.FrameMiddleware",
    "kith.surfaces.web.imports.receiving.ReceivingMiddleware",
]

ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Each page keeps its templates in its own folder.
        "DIRS": sorted(PAGES.glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kith.surfaces.web.frame.context.frame",
            ]
        },
    }
]

DATABASES = {"default": env.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "ledger.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # users are invited by the firm; nobody signs up alone
ACCOUNT_ADAPTER = "kith.surfaces.web.signin.adapter.ClosedAdapter"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]  # each whole, by itself: never a mixture
LOCALE_PATHS = [PAGES.parent.parent / "locale"]
FORMAT_MODULE_PATH = "kith.surfaces.web.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kith.surfaces.web.static_urls.FingerprintedStorage"},
}
# Served from the packages themselves: nothing has to be collected before the first start. Every
# address carries its file's digest, so that browsers may keep it for a year.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 31_536_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Behind TLS (KITH_TLS=1) cookies never travel in the clear.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.flag("KITH_TLS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("KITH_TLS") else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# Files are received at one address only, straight to where they stay until they are imported.
FILE_UPLOAD_HANDLERS = ["kith.surfaces.web.imports.receiving.MailUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
KITH_UPLOAD_BYTES = env.megabytes("KITH_UPLOAD_MB", 10_240)
KITH_INBOX = env.inbox(HOME)

KITH_FACTS = HOME / "facts"
KITH_ENGINE = os.environ.get("KITH_ENGINE", "duckdb")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
