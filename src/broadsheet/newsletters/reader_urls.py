"""Addresses at which readers join, confirm, choose and leave, below `/newsletters/`."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from broadsheet.newsletters.views import confirm, leave, own_data, pages, preferences, sign_up

urlpatterns: list[URLPattern] = [
    path("", pages.index, name="index"),
    path("sign-up/", sign_up.sign_up, name="sign_up"),
    path("confirm/<str:token>/", confirm.confirm, name="confirm"),
    path("leave/<str:token>/", leave.leave, name="leave"),
    path("leave/<str:token>/<int:edition>/", leave.leave, name="leave_edition"),
    path("preferences/", sign_up.ask_preferences, name="ask_preferences"),
    path("preferences/<str:token>/", preferences.preferences, name="preferences"),
    path("preferences/<str:token>/address/", own_data.address, name="change_address"),
    path("preferences/<str:token>/download/", own_data.download, name="download"),
    path("preferences/<str:token>/erase/", own_data.erase, name="erase"),
    # As a section's: words in any script.
    re_path(r"^(?P<slug>[-\w]{1,80})/$", pages.newsletter, name="newsletter"),
]
