"""The list of readers, and behind it our own pages: nothing changes a subscription past its consents."""

from __future__ import annotations

from broadsheet.newsletters.desk.subscribers.listing import Listing
from broadsheet.newsletters.desk.subscribers.urls import urlpatterns
from broadsheet.newsletters.models import Subscriber
from broadsheet.pages.listing_viewset import ListingViewSet

MENU = "register_newsletters_menu_item"


class SubscriberViewSet(ListingViewSet):
    """“Subscribers” among the newsletters."""

    model = Subscriber
    name = "subscribers"
    url_namespace = "subscribers_desk"
    icon = "group"
    menu_label = "Subscribers"
    menu_order = 300
    menu_hook = MENU
    index_view_class = Listing
    list_per_page = 50
    form_fields = ("address",)
    own_urlpatterns = urlpatterns
    rights = ("view", "add", "change", "delete", "import", "export")
