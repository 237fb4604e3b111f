"""A choice that waits for its reader's confirmation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from broadsheet.newsletters.models.newsletter import Newsletter
from broadsheet.newsletters.models.subscriber import Subscriber


class SignUp(models.Model):
    """What somebody asked for, until the link in their mail is used: some newsletters, or another address."""

    readers_see_it = False

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="sign_ups")
    newsletters = models.ManyToManyField(Newsletter, blank=True, related_name="+")
    new_address = models.CharField(
        max_length=320, blank=True, help_text="Where the reader moves, if that is it."
    )
    page = models.CharField(max_length=300, blank=True)
    wording = models.TextField(blank=True)
    network = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(
        null=True, blank=True, help_text="When its confirmation mail was queued."
    )
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["asked_at"], name="sign_ups_asked")]

    def __str__(self) -> str:
        return f"{self.subscriber}, {self.asked_at:%d %b %Y %H:%M}"
