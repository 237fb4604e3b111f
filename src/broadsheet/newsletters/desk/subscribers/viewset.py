"""The list of readers, and behind it our own pages: nothing changes a subscription past its consents."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path
from wagtail.admin.viewsets.model import ModelViewSet

from broadsheet.newsletters.desk.subscribers.listing import Listing
from broadsheet.newsletters.desk.subscribers.urls import urlpatterns
from broadsheet.newsletters.models import Subscriber

MENU = "register_newsletters_menu_item"
RIGHTS = ("view", "add", "change", "delete", "import", "export")


class SubscriberViewSet(ModelViewSet):
    """“Subscribers” among the newsletters."""

    model = Subscriber
    name = "subscribers"
    url_namespace = "subscribers_desk"
    icon = "group"
    menu_label = "Subscribers"
    menu_order = 300
    menu_hook = MENU
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = Listing
    list_per_page = 50
    copy_view_enabled = False
    form_fields = ("address",)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_common_view_kwargs(**kwargs)
        return {name: value for name, value in found.items() if not name.startswith(("add_", "usage_"))}

    def get_urlpatterns(self) -> list[URLPattern]:
        listed = [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]
        return [*listed, *urlpatterns]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """The rights that mean something here."""
        return Permission.objects.filter(
            content_type__app_label="newsletters", codename__in=[f"{right}_subscriber" for right in RIGHTS]
        )
