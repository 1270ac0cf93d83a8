"""The addresses of this app, whole: the project includes them at the root."""

from django.urls import URLPattern

app_name = "enquiries"

urlpatterns: list[URLPattern] = []
