"""The addresses of this app, whole: the project includes them at the root, before the pages that editors make."""

from django.urls import URLPattern, path, re_path

from footing_web.library.adverts.urls import urlpatterns as adverts
from footing_web.library.documents.urls import urlpatterns as documents
from footing_web.library.finding.urls import urlpatterns as finding
from footing_web.library.views import machines, screens, taking_away

app_name = "library"

ENDING = r"\.(?P<ending>pdf|md|json)$"

urlpatterns: list[URLPattern] = [
    *adverts,
    *documents,
    *finding,
    path("toolkit/editions/", screens.editions, name="editions"),
    path("toolkit/editions/choose/", screens.choose_edition, name="choose_edition"),
    path("toolkit/editions/<slug:edition>/", screens.edition, name="edition"),
    path("toolkit/measures/", screens.measures, name="measures"),
    path("toolkit/measures/<slug:measure>/", screens.measure, name="measure"),
    path("toolkit/coverage/", screens.coverage, name="coverage"),
    path("toolkit/news.atom", machines.NewsFeed(), name="news_feed"),
    path("toolkit/events/<slug:slug>.ics", machines.event_calendar, name="event_calendar"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    re_path(r"^toolkit" + ENDING, taking_away.toolkit, name="take_toolkit"),
    re_path(r"^toolkit/(?P<section>[\w-]+)" + ENDING, taking_away.section, name="take_section"),
    re_path(r"^toolkit/(?P<section>[\w-]+)/(?P<slug>[\w.-]+?)" + ENDING, taking_away.page, name="take_page"),
]
