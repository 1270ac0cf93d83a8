"""The addresses of this app, whole: the project includes them at the root, before the pages that editors make."""

from django.urls import URLPattern

app_name = "library"

urlpatterns: list[URLPattern] = []
