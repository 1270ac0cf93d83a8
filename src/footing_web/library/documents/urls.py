"""The addresses of documents, from the root."""

from django.urls import URLPattern, path

from footing_web.library.documents import views

HERE = "organisations/<slug:slug>/documents/"

urlpatterns: list[URLPattern] = [
    path("toolkit/templates/<slug:slug>/preview/", views.template_preview, name="template_preview"),
    path("toolkit/templates/<slug:slug>/word/", views.template_word, name="template_word"),
    path(HERE, views.documents, name="documents"),
    path(HERE + "details/", views.details, name="document_details"),
    path(HERE + "<slug:document>/", views.document, name="document"),
    path(HERE + "<slug:document>/word/", views.document_word, name="document_word"),
]
