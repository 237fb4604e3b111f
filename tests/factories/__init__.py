"""Makes what tests are about: a paper, its sections, stories, people and pictures.

Every function takes only what matters to the test and invents the rest.
"""

from tests.factories.archive import grow
from tests.factories.bodies import every_block
from tests.factories.mail import make_dispatch, make_message
from tests.factories.narration import make_production
from tests.factories.newsletters import make_edition, make_newsletter, make_subscriber
from tests.factories.papers import Paper, make_paper, make_section
from tests.factories.people import make_author, make_outsider, make_staff, sign_in
from tests.factories.pictures import make_picture
from tests.factories.stories import body_of, make_story, make_topic, related_card
from tests.factories.wire import make_item, make_series

__all__ = [
    "Paper",
    "body_of",
    "every_block",
    "grow",
    "make_author",
    "make_dispatch",
    "make_edition",
    "make_item",
    "make_message",
    "make_newsletter",
    "make_outsider",
    "make_paper",
    "make_picture",
    "make_production",
    "make_section",
    "make_series",
    "make_staff",
    "make_story",
    "make_subscriber",
    "make_topic",
    "related_card",
    "sign_in",
]
