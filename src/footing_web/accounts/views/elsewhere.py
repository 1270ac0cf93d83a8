"""Coming back from an identity provider."""

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.saml.utils import get_app_or_404
from allauth.socialaccount.providers.saml.views import finish_acs
from django.http import HttpRequest, HttpResponse


def finish_saml(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """What allauth does with the answer of a provider; an answer that is no XML is refused as any other wrong one."""
    try:
        response: HttpResponse = finish_acs(request, organization_slug=organization_slug)
    except SyntaxError:  # as lxml calls what cannot be read
        provider = get_app_or_404(request, organization_slug).get_provider(request)
        response = render_authentication_error(request, provider)
    return response
