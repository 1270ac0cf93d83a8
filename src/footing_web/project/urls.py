"""Every address of the service. Each app writes its own, whole; this is the only place that brings them together."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as editing_urls

from footing_web.accounts.views import elsewhere
from footing_web.project import health, views
from footing_web.project.administration import administration
from footing_web.project.api import api, nothing_at
from footing_web.project.api_docs import docs

urlpatterns = [
    path("", views.home, name="home"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("components/", views.components, name="components"),
    path("sign-in/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="sign_in"),
    path("sign-up/", RedirectView.as_view(pattern_name="account_signup", query_string=True), name="sign_up"),
    path("accounts/saml/<slug:organization_slug>/acs/finish/", elsewhere.finish_saml),
    path("accounts/", include("allauth.urls")),
    path("", include("footing_web.accounts.urls")),
    path("", include("footing_web.audit.urls")),
    path("", include("footing_web.uploads.urls")),
    path("", include("footing_web.results.urls")),
    path("", include("footing_web.enquiries.urls")),
    path("", include("footing_web.library.urls")),
    path("toolkit/", include("footing_web.library.page_urls")),
    path("cms/", include(editing_urls)),
    path("api/v1/", api.urls),
    path("api/v1/docs", docs, name="api_docs"),
    path("api/v1/<path:rest>", nothing_at),
    path("administration/", administration.urls),
    path("favicon.ico", views.mark),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
]

handler400 = "footing_web.project.views.wrong_request"
handler403 = "footing_web.project.views.not_allowed"
handler404 = "footing_web.project.views.not_found"
handler500 = "footing_web.project.views.failed"
