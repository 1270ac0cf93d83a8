"""The administration of the service: for its operators, behind the one sign-in, and always with a second step.

Little can be done here on purpose. What belongs to an organisation is its members' business and is not shown.
"""

from typing import Any

from allauth.socialaccount.models import SocialApp
from django.contrib.admin import AdminSite, ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from footing_web.accounts.models import User
from footing_web.accounts.second_step import used_second_step, way_to_second_step


class Administration(AdminSite):
    """An admin site that never asks for a password itself."""

    site_header = site_title = "Footing: administration"
    index_title = "Sign-in through organisations, and accounts"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Operators of the service who have signed in with their second step."""
        return super().has_permission(request) and used_second_step(request)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """To the one sign-in of the service; then to the second step, to be set up or to be used."""
        here = request.GET.get("next") or reverse("administration:index")
        if request.user.is_authenticated and not request.user.is_staff:
            raise PermissionDenied
        return way_to_second_step(request, here) or redirect("administration:index")


class WaysIn(ModelAdmin[SocialApp]):
    """OpenID Connect and SAML of organisations, as docs/how-to/sign-in-through-an-organisation.md says."""

    list_display = ("name", "provider", "provider_id")
    fields = ("provider", "provider_id", "name", "client_id", "secret", "settings")


class Accounts(ModelAdmin[User]):
    """Accounts can be closed and opened again here, and nothing else."""

    list_display = ("email", "is_active", "is_staff", "last_login")
    search_fields = ("email",)
    fields = ("email", "is_active")
    readonly_fields = ("email",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People create their accounts themselves."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """People delete their accounts themselves."""
        return False


administration = Administration(name="administration")
administration.register(SocialApp, WaysIn)
administration.register(User, Accounts)
