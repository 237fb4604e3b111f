"""What the sign-up form says, and above all what a reader agrees to who sends it."""

from __future__ import annotations

from broadsheet.newsletters.models import Newsletter

# Consents keep the words as they were. Change them here and nowhere else.
SIGN_UP = (
    "We send one email to confirm, then the letters you asked for and nothing else. "
    "Every letter has a link to leave."
)
MISSING = "Enter your email address."
WRONG = "Please enter a correct email address, such as name@example.com."
NONE_CHOSEN = "Choose at least one newsletter."
AWAY = "We could not reach the paper, and nothing was sent. Please try again."
# What the form's script says by itself.
FOR_SCRIPT = {"missing": MISSING, "wrong": WRONG, "none": NONE_CHOSEN, "away": AWAY}

PREFERENCES = "Chosen by the reader on their own preferences page."


def words_for(newsletter: Newsletter, words: str) -> str:
    """What was agreed to for one newsletter: its promise, and `words`."""
    told = (newsletter.promise.strip().rstrip("."), newsletter.rhythm.strip().rstrip("."))
    return " ".join([f"{newsletter.name}:", *(f"{part}." for part in told if part), words]).strip()
