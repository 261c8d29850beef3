"""The pages' addresses."""

from django.urls import include, path

from kith.surfaces.web.frame.views import alive
from kith.surfaces.web.settings.urls import welcome_patterns

urlpatterns = [
    path("", include("kith.surfaces.web.today.urls")),
    path("review/", include("kith.surfaces.web.review.urls")),
    path("accounts/", include("kith.surfaces.web.accounts.urls")),
    path("accounts/", include("kith.surfaces.web.trade.urls")),
    path("waterfall/", include("kith.surfaces.web.waterfall.urls")),
    path("standing/", include("kith.surfaces.web.standing.urls")),
    path("contacts/", include("kith.surfaces.web.contacts.urls")),
    path("giveaways/", include("kith.surfaces.web.giveaways.urls")),
    path("rises/", include("kith.surfaces.web.rises.urls")),
    path("questions/", include("kith.surfaces.web.questions.urls")),
    path("who-is-who/", include("kith.surfaces.web.sitting.urls")),
    path("activities/", include("kith.surfaces.web.activities.urls")),
    path("imports/", include("kith.surfaces.web.imports.urls")),
    path("mailboxes/", include("kith.surfaces.web.mailboxes.urls")),
    path("search/", include("kith.surfaces.web.search.urls")),
    path("how/", include("kith.surfaces.web.how.urls")),
    path("why/", include("kith.surfaces.web.why.urls")),
    path("blocks/", include("kith.surfaces.web.blocks.urls")),
    path("people/", include("kith.surfaces.web.erase.urls")),
    path("palette/", include("kith.surfaces.web.palette.urls")),
    path("design/", include("kith.surfaces.web.design.urls")),
    path("demo/", include("kith.surfaces.web.demo")),
    path("settings/", include("kith.surfaces.web.settings.urls")),
    path("welcome/", include(welcome_patterns)),
    path("begin/", include("kith.surfaces.web.begin.urls")),
    path("language/", include("kith.surfaces.web.language.urls")),
    path("alive/", alive, name="alive"),
    path("", include("kith.surfaces.web.frame.bundle")),
]
