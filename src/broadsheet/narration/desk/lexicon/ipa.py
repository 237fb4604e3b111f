"""What the International Phonetic Alphabet is made of (chart of 2020), and what is typed in its place."""

from __future__ import annotations

import unicodedata

_LETTERS = (
    "abcdefhijklmnopqrstuvwxyzɡ"
    "ɐɑɒæɓʙβɔɕðɖɗəɘɚɛɜɝɞɟʄɢʛɠħɦɧʜɥɨɪʝɭɬɫɮʟɱɯɰŋɳɲɴøɵɸθœɶɹɺɾɻʀʁɽʂʃʈʊʋⱱʌɣɤʍχʎʏʑʐʒʔʡʕʢʘǀǁǂǃᵻᵿʉ"
)
_MARKS = "ˈˌːˑ.|‖‿↗↘˥˦˧˨˩ꜛꜜʰʱʷʲˠˤⁿˡʼ˞ "
_KNOWN = frozenset(_LETTERS + _MARKS)
# Keyboards have no IPA: what people type for it.
_TYPED = str.maketrans(
    {"g": "ɡ", "'": "ˈ", "’": "ˈ", ",": "ˌ", ":": "ː", "ʤ": "dʒ", "ʧ": "tʃ", "ʦ": "ts", "ʣ": "dz"}
)


def tidy(ipa: str) -> str:
    """The transcription without slashes or brackets around it, in the alphabet's own characters."""
    return " ".join(ipa.strip().strip("/[]").split()).translate(_TYPED)


def strangers(ipa: str) -> list[str]:
    """The characters that are no IPA, each once."""
    # A letter with its mark may be one character: nothing is IPA but by its parts.
    parts = unicodedata.normalize("NFD", ipa)
    return list(dict.fromkeys(one for one in parts if one not in _KNOWN and not _is_mark(one)))


def _is_mark(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"
