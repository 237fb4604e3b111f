"""A newsletter welcomes its new reader, in the words of its editors."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from broadsheet.newsletters.letters.writing import write_letter
from broadsheet.newsletters.models import Subscription
from broadsheet.newsletters.reader_links import leave_link, preferences_link
from broadsheet.newsletters.rendering.frame import paper_itself
from broadsheet.newsletters.rendering.headers import sender_of
from broadsheet.newsletters.rendering.rich_text import mail_html
from broadsheet.newsletters.rendering.text.rich import Notes, plain_text


def welcome_letter(subscription: Subscription) -> EmailMultiAlternatives:
    """The newsletter's welcome mail."""
    newsletter = subscription.newsletter
    links = {
        "leave": leave_link(subscription.pk),
        "preferences": preferences_link(subscription.subscriber_id),
    }
    html, notes = mail_html(newsletter.welcome_text), Notes()
    words = plain_text(html, notes)
    letter = write_letter(
        "welcome",
        to=subscription.subscriber.address,
        subject=newsletter.welcome_subject,
        sender=sender_of(newsletter, paper_itself().name),
        context={
            "newsletter": newsletter,
            "html": html,
            "text": f"{words}\n\n{notes.written()}".strip(),
            **links,
        },
    )
    if newsletter.reply_to:
        letter.reply_to = [newsletter.reply_to]
    letter.extra_headers |= {
        "List-Unsubscribe": f"<{links['leave']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return letter
