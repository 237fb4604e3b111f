"""How Broadsheet uses Wagtail: fixed choices that no operator needs to change."""

from __future__ import annotations

WAGTAIL_SITE_NAME = "Broadsheet"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "broadsheet.media.upload_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 30 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "txt", "xlsx", "zip"]
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAIL_MODERATION_ENABLED = True
WAGTAIL_ENABLE_UPDATE_CHECK = False  # a newsroom's desk tells nobody that it exists
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # nor does it hand out hashes of its staff's addresses
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = True
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # no third party is asked about an embed
TAGGIT_CASE_INSENSITIVE = True

# Uploads that anyone may fetch. Originals may tell where and by whom a picture was taken; some documents are
# for a few readers only.
PUBLIC_MEDIA = ["audio", "images"]
# Of these, what players skip about in: by itself the web server gives files whole or not at all.
MEDIA_IN_PARTS = ["audio"]

# Blocks that apps above `pages` add to a story's body: (name, dotted path of the block class).
BODY_BLOCKS = [
    ("related_story", "broadsheet.news.blocks.RelatedStoryBlock"),
    ("key_developments", "broadsheet.wire.round_ups.blocks.KeyDevelopmentsBlock"),
    ("latest_of_series", "broadsheet.wire.round_ups.blocks.LatestOfSeriesBlock"),
    ("newsletter_sign_up", "broadsheet.newsletters.blocks.sign_up.SignUpBlock"),
]

# Panels that apps above `news` add to the story editor's form: dotted paths of their classes.
STORY_FORM_PANELS = ["broadsheet.narration.desk.audio.panel.AudioPanel"]

# Sharp enough for a newspaper at about half the bytes of the defaults.
WAGTAILIMAGES_AVIF_QUALITY = 58
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILIMAGES_JPEG_QUALITY = 80

# Pages for some readers only ask for a password, or to sign in, within the paper's own frame.
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "pages/password_required.html"  # noqa: S105
WAGTAIL_FRONTEND_LOGIN_TEMPLATE = "pages/sign_in.html"
