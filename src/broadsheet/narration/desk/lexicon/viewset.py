"""“Lexicon” in the desk's menu."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]  # it comes without types
from django.urls import URLPattern, path
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, IndexView, SnippetViewSet

from broadsheet.narration.actions.lexicon import narrations_that_hold, voice_those_that_hold
from broadsheet.narration.desk.hearing.term import HearTerm
from broadsheet.narration.desk.lexicon.form import PANELS, own_language
from broadsheet.narration.desk.of_story import STYLE
from broadsheet.narration.models import Term

_WIDE = "lexicon-list__wide"  # a column that a phone has no room for


class Filters(WagtailFilterSet):
    """The language alone: a search finds the rest."""

    language = django_filters.AllValuesFilter(label="Language", empty_label="Every language")

    class Meta:
        model = Term
        fields = ("language",)


class Listing(IndexView):
    """Every entry, in order of the alphabet."""

    page_title = "Lexicon"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] += STYLE
        return context


class _Telling:
    """A view that tells how many stories are voiced anew by what it has done."""

    object: Term

    def get_success_message(self, *args: Any) -> str:
        return f"“{self.object.term}” is in the lexicon. {voiced_anew(self.object)}"


class Add(_Telling, CreateView):
    """A new entry, begun with the word that an editor selected somewhere (`term`, `language`)."""

    def get_initial_form_instance(self) -> Term:
        asked = self.request.GET
        longest = Term._meta.get_field("term").max_length
        return Term(
            term=asked.get("term", "")[:longest], language=asked.get("language", "")[:12] or own_language()
        )


class Edit(_Telling, EditView):
    """An entry that is there. Under another name, what held the old one is said as it is written again."""

    def save_instance(self) -> Term:
        before = Term.objects.get(pk=self.object.pk)
        saved: Term = super().save_instance()
        if (before.term, before.language) != (saved.term, saved.language):
            voice_those_that_hold(before.term, before.language)
        return saved


class Delete(DeleteView):
    """Without the entry the term is said as it is written."""

    def get_success_message(self) -> str:
        return f"“{self.object.term}” is no longer in the lexicon. {voiced_anew(self.object)}"


class LexiconViewSet(SnippetViewSet):
    """Terms and how they are said."""

    model = Term
    icon = "openquote"
    menu_label = "Lexicon"
    admin_url_namespace = "lexicon"
    base_url_path = "lexicon"
    edit_handler = PANELS
    index_view_class = Listing
    add_view_class = Add
    edit_view_class = Edit
    delete_view_class = Delete
    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 50
    list_display = (
        *("term", "respelling", "ipa"),
        Column("language", sort_key="language", classname=_WIDE),
        Column("note", classname=_WIDE),
    )
    search_fields = ("term", "respelling", "note")
    filterset_class = Filters

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("hear/", HearTerm.as_view(), name="hear")]


def voiced_anew(term: Term) -> str:
    """How many stories hold it, in a sentence."""
    count = narrations_that_hold(term.term, term.language).count()
    if not count:
        return "No story that can be heard holds it."
    return f"{count} stor{'y holds' if count == 1 else 'ies hold'} it: only those sentences are voiced anew."
