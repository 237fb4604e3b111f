"""Who may do what at the desk: three groups, each with all that the one before it has.

Reporters write their own stories and submit them, file to the News Feed, and say in the lexicon how names are said.
Editors edit, correct and publish everything, keep authors and topics, and write and send editions of newsletters.
Publishers also run the paper: its settings, its staff, its redirects, its workflows, its newsletters and who gets them.
Permissions are named `app_label.codename`.
"""

from __future__ import annotations

_PICTURES = ("wagtailimages.add_image", "wagtailimages.choose_image")
_DOCUMENTS = ("wagtaildocs.add_document", "wagtaildocs.choose_document")

# On the whole tree of pages. `add_page` alone lets a reporter change what is their own, and nothing else.
PAGE_PERMISSIONS = {
    "Reporters": ("add_page",),
    "Editors": ("add_page", "change_page", "publish_page", "lock_page"),
    "Publishers": ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}

# On every collection of pictures and documents.
COLLECTION_PERMISSIONS = {
    "Reporters": (*_PICTURES, *_DOCUMENTS),
    "Editors": (*_PICTURES, "wagtailimages.change_image", *_DOCUMENTS, "wagtaildocs.change_document"),
    "Publishers": (
        *(*_PICTURES, "wagtailimages.change_image", "wagtailimages.delete_image"),
        *(*_DOCUMENTS, "wagtaildocs.change_document", "wagtaildocs.delete_document"),
    ),
}

_DESK = ("wagtailadmin.access_admin",)
_CAST = ("news.add_author", "news.change_author", "news.add_topic", "news.change_topic")
# Filing puts words before readers at once, so it is a right of its own. `change_wireitem` is for the items of others.
_WIRE = ("wire.file_wireitem",)
_WIRE_OF_OTHERS = ("wire.change_wireitem",)
_SERIES = ("wire.add_series", "wire.change_series")
# Whoever knows how a name is said tells the lexicon. A story's audio goes with the right to edit or publish the story.
_LEXICON = ("narration.add_term", "narration.change_term")
_NARRATION = (*_LEXICON, "narration.delete_term", "narration.view_narration")
# Sending cannot be called back, so it is a right of its own. Editors have it: at night there is nobody else.
_EDITIONS = (
    *("newsletters.view_newsletter", "newsletters.view_edition"),
    *("newsletters.add_edition", "newsletters.change_edition", "newsletters.send_edition"),
)
# Who the readers are, and what was sent to whom, is for as few as can be.
_READERS = (
    *("newsletters.add_newsletter", "newsletters.change_newsletter", "newsletters.delete_newsletter"),
    *("newsletters.view_subscriber", "newsletters.add_subscriber"),
    *("newsletters.change_subscriber", "newsletters.delete_subscriber"),
    *("newsletters.import_subscriber", "newsletters.export_subscriber"),
    *("newsletters.delete_edition", "delivery.view_delivery"),
)
_PAPER = (
    *("news.delete_author", "news.delete_topic", "wire.delete_series"),
    *("pages.change_newsroom", "narration.change_podcast"),
    *(
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
    *("auth.add_user", "auth.change_user", "auth.delete_user"),
    *("wagtailcore.add_workflow", "wagtailcore.change_workflow"),
    *("wagtailcore.add_task", "wagtailcore.change_task"),
)

# On things that are in no tree.
MODEL_PERMISSIONS = {
    "Reporters": (*_DESK, *_WIRE, *_LEXICON, "news.add_topic"),
    "Editors": (*_DESK, *_WIRE, *_WIRE_OF_OTHERS, *_SERIES, *_NARRATION, *_CAST, *_EDITIONS),
    "Publishers": (
        *(*_DESK, *_WIRE, *_WIRE_OF_OTHERS, *_SERIES, *_NARRATION, *_CAST, *_EDITIONS),
        *(*_READERS, *_PAPER),
    ),
}

APPROVERS = ("Editors", "Publishers")
