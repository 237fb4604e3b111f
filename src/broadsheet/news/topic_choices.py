"""How an editor chooses a story's topics among many."""

from __future__ import annotations

from typing import Any

from django import forms


class TopicChoices(forms.CheckboxSelectMultiple):
    """A list of boxes to tick, the ticked first, that a field over it narrows as the editor types.

    Without JavaScript the list is whole and scrolls.
    """

    template_name = "news/widgets/topic_choices.html"

    class Media:
        css = {"all": ["news/desk/topic_choices.css"]}  # noqa: RUF012 - Django reads it so
        js = ("news/desk/topic_choices.js",)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Django's context, the chosen topics brought to the top."""
        context = super().get_context(name, value, attrs)
        options = [option for _, group, _ in context["widget"]["optgroups"] for option in group]
        context["widget"]["options"] = sorted(options, key=lambda option: not option["selected"])
        return context
