"""The script page and its buttons."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from broadsheet.narration.actions.arrange import keep_out, say_instead
from broadsheet.narration.desk.history import write_history
from broadsheet.narration.desk.of_story import STYLE, OfStory, scripts
from broadsheet.narration.desk.rights import may_keep_lexicon
from broadsheet.narration.desk.script.form import KeptOutForm, OtherWordsForm, TakeOverForm
from broadsheet.narration.desk.script.revision import Newest, newest_of
from broadsheet.narration.desk.script.sheet import sheet_of
from broadsheet.narration.listening import NOTICE
from broadsheet.narration.models import Hearing


class Script(OfStory):
    """The newest text of the story beside what is said of it."""

    page_title = "Script"
    template_name = "narration/desk/script/page.html"
    media = STYLE + scripts("hearing", "script")

    @cached_property
    def newest(self) -> Newest:
        return newest_of(self.story)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        sheet = sheet_of(self.newest.story)
        context = self.get_context_data(
            sheet=sheet,
            newest=self.newest,
            notice=NOTICE,
            may_keep_lexicon=may_keep_lexicon(request.user),
            lexicon_url=f"{reverse('lexicon:add')}?language={sheet.language.partition('-')[0]}",
        )
        return self.render_to_response(context)


class Arrangement(OfStory):
    """A button of the page: does what it says, and comes back to where it stands."""

    http_method_names = ("post", "options")  # nothing to be read

    def back(self, said: str, *, anchor: str = "", refused: bool = False) -> HttpResponse:
        """To the page, at the passage or block, saying what was done."""
        (messages.error if refused else messages.success)(self.request, said)
        address = reverse("narration_desk:script", args=[self.story.pk])
        return redirect(f"{address}#{anchor}" if anchor else address)

    def refused(self, form: Any) -> HttpResponse:
        """Nothing was done, and why."""
        said = " ".join(error for errors in form.errors.values() for error in errors)
        return self.back(said, refused=True)


class KeepOut(Arrangement):
    """Keeps a block out of the audio (`kept_out`: 1), or lets it be heard again."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = KeptOutForm(request.POST)
        if not form.is_valid():
            return self.refused(form)
        block, kept_out = form.cleaned_data["block"], form.cleaned_data["kept_out"]
        keep_out(self.story, block=block, kept_out=kept_out)
        write_history(self.story, "keep_out" if kept_out else "let_in", by=request.user)
        said = "This block is not read aloud." if kept_out else "This block is read aloud."
        return self.back(said, anchor=f"block-{block}")


class Say(Arrangement):
    """Gives a passage other words; none are those that are written."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = OtherWordsForm(request.POST)
        if not form.is_valid():
            return self.refused(form)
        given = form.cleaned_data
        say_instead(self.story, block=given["block"], passage=given["passage"], words=given["words"])
        write_history(self.story, "say", by=request.user)
        said = "It is said in these words." if given["words"].strip() else "It is said as it is written."
        return self.back(said, anchor=f"passage-{given['passage']}")


class TakeOver(Arrangement):
    """Moves other words to the passage that was edited since (`passage`), or removes them where none is named."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        hearing = Hearing.objects.filter(story=self.story, pk=kwargs["hearing"]).first()
        form = TakeOverForm(request.POST, passages=sheet_of(newest_of(self.story).story).passages)
        if hearing is None:
            return self.back("Somebody has removed these words already.", refused=True)
        if not form.is_valid():
            return self.refused(form)
        if (to := form.chosen) is not None:
            say_instead(self.story, block=to.block, passage=to.name, words=hearing.words)
            write_history(self.story, "say", by=request.user)
        say_instead(self.story, block=hearing.block, passage=hearing.passage, words="")
        if to is None:
            return self.back("These words are removed.")
        return self.back("It is said in these words.", anchor=f"passage-{to.name}")
