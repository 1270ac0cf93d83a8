"""The addresses of this app, whole: the project includes them at the root."""

from django.urls import URLPattern

app_name = "uploads"
urlpatterns: list[URLPattern] = []
