"""A list in the desk's menu behind which stand pages of our own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path
from wagtail.admin.viewsets.model import ModelViewSet


class ListingViewSet(ModelViewSet):
    """Wagtail's list of a model without its forms: nothing is saved or deleted past the verbs of its app.

    `own_urlpatterns` are the pages behind it; `rights` the first halves of the permissions that mean something here.
    """

    own_urlpatterns: ClassVar[list[URLPattern]]
    rights: ClassVar[tuple[str, ...]]

    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_common_view_kwargs(**kwargs)
        return {name: value for name, value in found.items() if not name.startswith(("add_", "usage_"))}

    def get_urlpatterns(self) -> list[URLPattern]:
        listed = [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]
        return [*listed, *self.own_urlpatterns]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """Those that mean something here."""
        app, model = self.model._meta.app_label, self.model._meta.model_name
        return Permission.objects.filter(
            content_type__app_label=app, codename__in=[f"{right}_{model}" for right in self.rights]
        )
