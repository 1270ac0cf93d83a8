"""The addresses of this app, whole: the project includes them at the root."""

from django.urls import path

from footing_web.results.views import files, ledger, links, pages, runs, shared, webhooks

app_name = "results"

ALL = "organisations/<slug:slug>/results/"
ONE = f"{ALL}<uuid:result_id>/"
SHARED = "shared/<str:token>/"

urlpatterns = [
    path(ALL, runs.index, name="index"),
    path(f"{ALL}start/", runs.start, name="start"),
    path(f"{ALL}runs/<uuid:run_id>/", runs.run, name="run"),
    path(f"{ALL}runs/<uuid:run_id>/progress/", runs.progress, name="progress"),
    path(f"{ALL}runs/<uuid:run_id>/cancel/", runs.cancel, name="cancel"),
    path(f"{ALL}compare/", ledger.compare, name="compare"),
    path(f"{ALL}ledger/", ledger.ledger, name="ledger"),
    path(f"{ALL}webhooks/", webhooks.webhooks, name="webhooks"),
    path(f"{ALL}webhooks/<uuid:webhook_id>/stop/", webhooks.stop, name="stop_webhook"),
    path(ONE, pages.overview, name="overview"),
    path(f"{ONE}sections/<slug:section>/", pages.section, name="section"),
    path(f"{ONE}findings/", pages.findings, name="findings"),
    path(f"{ONE}measures/", pages.measures, name="measures"),
    path(f"{ONE}measures/<slug:measure>/", pages.measure, name="measure"),
    path(f"{ONE}files/", files.files, name="files"),
    path(f"{ONE}files/<slug:kind>/<slug:wanted>/", files.download, name="download"),
    path(f"{ONE}links/", links.links, name="links"),
    path(f"{ONE}links/<uuid:link_id>/withdraw/", links.withdraw, name="withdraw_link"),
    path(SHARED, shared.overview, name="shared_overview"),
    path(f"{SHARED}sections/<slug:section>/", shared.section, name="shared_section"),
    path(f"{SHARED}findings/", shared.findings, name="shared_findings"),
    path(f"{SHARED}measures/", shared.measures, name="shared_measures"),
    path(f"{SHARED}measures/<slug:measure>/", shared.measure, name="shared_measure"),
]
