"""The addresses of finding, whole."""

from django.urls import path

from footing_web.library.finding import views

urlpatterns = [
    path("toolkit/search/", views.search, name="search"),
    path("toolkit/start/", views.start, name="start"),
    path("toolkit/start/<slug:start>/", views.start_for, name="start_for"),
    path("organisations/<slug:slug>/results/<uuid:result_id>/next-actions/", views.next_actions, name="next_actions"),
]
