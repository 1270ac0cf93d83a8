"""The pages that editors make, and the files that belong to them: included last under ``/toolkit/``."""

from django.urls import path, re_path
from wagtail.documents.views.serve import serve as serve_document
from wagtail.urls import serve_pattern

from footing_web.library.views.reading import read

urlpatterns = [
    path("files/<int:document_id>/<str:document_filename>", serve_document, name="wagtaildocs_serve"),
    re_path(serve_pattern, read, name="wagtail_serve"),
]
