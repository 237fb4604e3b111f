"""What delivery adds to the desk."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.delivery.desk.outbox.menu import OutboxItem


@hooks.register("register_admin_urls")
def outbox_addresses() -> list[URLResolver]:
    """The outbox, below `/desk/outbox/`."""
    return [path("outbox/", include("broadsheet.delivery.desk.outbox.urls"))]


@hooks.register("register_admin_menu_item")
def outbox_in_menu() -> MenuItem:
    """“Outbox”."""
    return OutboxItem("Outbox", reverse("outbox:index"), name="outbox", icon_name="mail", order=260)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """The right to see who was sent what."""
    return Permission.objects.filter(content_type__app_label="delivery", codename="view_delivery")
