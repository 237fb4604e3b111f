"""An editor watches a story being voiced, listens to a sentence of it, and settles a name."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from django.conf import LazySettings
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from broadsheet.narration.listening import NOTICE
from broadsheet.narration.models import Term
from broadsheet.news.models import Story
from tests.browser.test_desk import sign_in
from tests.factories import make_production
from tests.narration.desk.pages import stand
from tests.plugins.browser import PageAt

SELECT = """
const walker = document.createTreeWalker(document.querySelector(".script__written"), NodeFilter.SHOW_TEXT);
while (!walker.nextNode().data.includes("Ferry"));
const at = walker.currentNode.data.indexOf("Ferry");
getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + "Ferry".length);
"""


def test_an_editor_watches_listens_and_settles_a_name(
    page_at: PageAt, ben: User, story: Story, settings: LazySettings
) -> None:
    settings.VOICES = {"en": "memory:"}
    stand(story, "voicing", lines=10, lines_done=4)
    desk = page_at()
    complaints: list[str] = []
    desk.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(desk, ben)

    desk.goto(f"/desk/pages/{story.pk}/edit/")
    expect(desk.get_by_text("4 of 10 sentences")).to_be_visible()
    desk.get_by_role("textbox", name="Headline").fill("Not saved yet")
    watch_it_get_ready(desk, story)
    expect(desk.get_by_role("textbox", name="Headline")).to_have_value("Not saved yet")
    assert faults(desk, ".story-audio") == []

    script = desk.context.new_page()
    script.on("pageerror", lambda error: complaints.append(str(error)))
    script.goto(f"/desk/narration/{story.pk}/script/")
    hear(script, "Play this sentence")
    assert faults(script, ".narration") == []

    script.evaluate(SELECT)
    with script.expect_popup() as opened:
        script.get_by_role("link", name="Add “Ferry” to the lexicon").click()
    settle(opened.value)
    script.reload()
    expect(script.get_by_text("From the lexicon: Ferry").first).to_be_visible()
    assert complaints == []


def watch_it_get_ready(desk: Page, story: Story) -> None:
    """The bar moves by itself; who comes back to the tab sees at once that it is ready, and approves it in place."""
    bar = desk.locator(".story-audio progress")
    expect(bar).to_have_attribute("value", "40")
    stand(story, "voicing", lines=10, lines_done=8)
    expect(desk.get_by_text("8 of 10 sentences")).to_be_visible()
    assert bar.evaluate("bar => bar.value") == 80
    make_production(story)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    panel = desk.locator(".story-audio")
    expect(panel.get_by_role("heading", name="Ready to be heard")).to_be_visible()
    expect(panel.get_by_text(NOTICE)).to_be_visible()
    expect(panel.locator("audio[preload=none]")).to_be_visible()
    panel.get_by_role("button", name="Approve: I listened to it").click()
    expect(panel.get_by_text("by Ben,")).to_be_visible()


def hear(page: Page, name: str) -> None:
    """Press the button: it can be stopped while the voice speaks, and pressed again afterwards."""
    button = page.get_by_role("button", name=name).first
    button.click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(button).to_be_visible()


def settle(form: Page) -> None:
    """Hear the term as the form has it, then save it."""
    expect(form.get_by_role("textbox", name="Term")).to_have_value("Ferry")
    form.get_by_role("textbox", name="Respelling").fill("Ferrie")
    hear(form, "Hear it")
    assert not Term.objects.exists()
    form.locator("footer").get_by_role("button", name="Save").click()
    expect(form.get_by_text("“Ferry” is in the lexicon.")).to_be_visible()


def faults(page: Page, where: str) -> list[str]:
    """What axe finds wrong in that part of the page."""
    return [str(found["id"]) for found in Axe().run(page, context=where).response["violations"]]
