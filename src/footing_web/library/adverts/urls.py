"""The address of the advert helper, from the root."""

from django.urls import URLPattern, path

from footing_web.library.adverts import views

urlpatterns: list[URLPattern] = [path("toolkit/advert-helper/", views.advert_helper, name="advert_helper")]
