"""“Outbox” in the desk's menu, while mail is kept in a folder."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from broadsheet.delivery.desk.outbox.box import folder
from broadsheet.delivery.desk.outbox.views import PERMISSION


class OutboxItem(MenuItem):
    """Leads to the outbox, for those who may look into it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return folder() is not None and request.user.has_perm(PERMISSION)
