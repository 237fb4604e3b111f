"""Addresses below `/desk/wire/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from broadsheet.wire.desk.views import acts, draft, file, history, item

urlpatterns: list[URLPattern] = [
    path("file/", file.file, name="file"),
    path("filed/", file.filed, name="filed"),
    path("<int:pk>/edit/", item.Edit.as_view(), name="edit"),
    path("<int:pk>/correct/", item.Correct.as_view(), name="correct"),
    path("<int:pk>/retract/", item.Retract.as_view(), name="retract"),
    path("<int:pk>/delete/", draft.Delete.as_view(), name="delete"),
    path("<int:pk>/history/", history.History.as_view(), name="history"),
    path("<int:pk>/undo/", acts.undo, name="undo"),
    path("<int:pk>/break/", acts.start, name="break"),
    path("<int:pk>/end/", acts.end, name="end"),
    path("<int:pk>/pin/", acts.pin, name="pin"),
    path("<int:pk>/unpin/", acts.unpin, name="unpin"),
]
