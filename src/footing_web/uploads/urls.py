"""The addresses of this app, whole: the project includes them at the root."""

from django.urls import URLPattern, path

from footing_web.uploads.views import deciding, extracts, handing_in, one_person

app_name = "uploads"

_ALL = "organisations/<slug:slug>/uploads/"
_ONE = f"{_ALL}<uuid:upload>/"

urlpatterns: list[URLPattern] = [
    path(_ALL, extracts.extracts, name="extracts"),
    path(f"{_ALL}hand-in/", handing_in.hand_in, name="hand_in"),
    path(f"{_ALL}mappings/", extracts.mappings, name="mappings"),
    path(f"{_ALL}one-person/", one_person.one_person, name="one_person"),
    path(_ONE, extracts.extract, name="extract"),
    path(f"{_ONE}progress/", extracts.progress, name="progress"),
    path(f"{_ONE}faults/", deciding.faults, name="faults"),
    path(f"{_ONE}faults.csv", deciding.faults_file, name="faults_file"),
    path(f"{_ONE}mapping/", deciding.mapping, name="mapping"),
    path(f"{_ONE}mapping.yaml", deciding.mapping_file, name="mapping_file"),
    path(f"{_ONE}correct/", handing_in.correct, name="correct"),
    path(f"{_ONE}confirm/", deciding.confirm, name="confirm"),
    path(f"{_ONE}last-day/", extracts.last_day, name="last_day"),
    path(f"{_ONE}cancel/", extracts.cancel, name="cancel"),
    path(f"{_ONE}withdraw/", extracts.withdraw, name="withdraw"),
]
