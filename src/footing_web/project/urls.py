"""Every address of the service. Each app writes its own, whole; this is the only place that brings them together."""

from django.urls import include, path
from django.views.generic import RedirectView

from footing_web.project import health, views

urlpatterns = [
    path("", views.home, name="home"),
    path("sign-in/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="sign_in"),
    path("sign-up/", RedirectView.as_view(pattern_name="account_signup", query_string=True), name="sign_up"),
    path("accounts/", include("allauth.urls")),
    path("", include("footing_web.accounts.urls")),
    path("", include("footing_web.audit.urls")),
    path("", include("footing_web.uploads.urls")),
    path("", include("footing_web.results.urls")),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
]
