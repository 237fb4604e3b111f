"""Forward an old address to a new one."""

from __future__ import annotations

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect


@transaction.atomic
def forward_address(old: str, *, new: str) -> None:
    """Send readers who come to `old` on to `new` for good; both are paths of the paper.

    What was forwarded to `old` goes to `new` at once, and `new` itself is forwarded no more.
    """
    source, target = Redirect.normalise_path(old), Redirect.normalise_path(new)
    if source == target:
        return
    Redirect.objects.filter(old_path=target, site=None).delete()
    Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
    Redirect.objects.update_or_create(
        old_path=source,
        site=None,
        defaults={
            "redirect_link": new,
            "redirect_page": None,
            "is_permanent": True,
            "automatically_created": True,
        },
    )
