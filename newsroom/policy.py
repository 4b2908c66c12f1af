"""The content security policy, sent with every answer."""

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property


class PolicyMiddleware(CSPMiddleware):
    """django-csp, which writes the policy anew for each answer: a twentieth of the time a page takes.

    Here the policy of the settings is written once. An answer whose view changed it, or whose request
    asked for a nonce, is still django-csp's to see to.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        changed = any(name.startswith("_csp_") for name in (*vars(request), *vars(response)))
        if changed or settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.policy)
        return response

    @cached_property
    def policy(self) -> str:
        return build_policy()
