"""Words whose stop does not end a sentence, by language.

What stands before a name or a number never ends one; what may end one (“U.S.”, “etc.”) does so only before a word that
begins sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stops:
    """All in small letters and without their last stop, but for `openers`."""

    never: frozenset[str] = _NOTHING
    before_numbers: frozenset[str] = _NOTHING
    may_end: frozenset[str] = _NOTHING
    openers: frozenset[str] = _NOTHING
    letters: frozenset[str] = _NOTHING  # words after which one capital is no initial: “plan B.”


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ENGLISH = Stops(
    never=_words(
        "mr mrs ms mx messrs dr prof rev hon gov sen rep lt col gen maj brig capt sgt cpl pte adm cmdr cllr "
        "det insp supt pres msgr fr st sts mt ft vs v e.g i.e cf viz approx incl excl ca c a.k.a al eds ed "
        "trans rt"
    ),
    before_numbers=_words(
        "no nos p pp vol ch fig figs sec art para ext op tel jan feb mar apr jun jul aug sep sept oct nov dec "
        "mon tue tues wed thu thur thurs fri sat sun est"
    ),
    may_end=_words("a.m p.m etc inc ltd co corp jr sr bros ave rd blvd sq dept ph.d"),
    openers=_words(
        "The He She It They We I You But And In On At This That These Those A An As If When While After "
        "Before His Her Its Their Our My There Here For From With What Who Why How Where Some Most Many "
        "Several One Two Now Then So Yet Or Not No Yes All Both Each Every Since Until Under Over By To Asked "
        "Police However Meanwhile Last Next Still"
    ),
    letters=_words(
        "plan vitamin group grade hepatitis class team category type block option and or nor do am"
    ),
)
_UKRAINIAN = Stops(
    never=_words(
        "вул просп бул пл пров м с смт обл ім проф акад доц гр п пп див напр тов ред о св буд кв корп оф каб"
    ),
    before_numbers=_words("ст п пп с стор рис табл т ч гл бл тел № ок"),
    may_end=_words("р рр тис млн млрд грн коп ін т.д т.п т.ін н.е год хв сек д п"),
    openers=_words(
        "Він Вона Воно Вони Ми Я Ви Це Цей Ця Ці У В На За Та І Й Але Проте Після До Під Про Як Коли Якщо"
    ),
)
_RUSSIAN = Stops(
    never=_words("ул просп пер пл пос обл им проф акад доц гр см напр ред св д кв корп оф каб"),
    before_numbers=_words("ст п пп с стр рис табл т ч гл тел ок"),
    may_end=_words("г гг тыс млн млрд руб коп грн др т.д т.п н.э ч мин сек"),
    openers=_words(
        "Он Она Оно Они Мы Я Вы Это Этот Эта Эти В На За И Но Однако После До Под О Как Когда Если"
    ),
)
_GERMAN = Stops(
    never=_words("dr prof hr fr st bzw z.b d.h u.a ca vgl sog evtl inkl"),
    before_numbers=_words("nr s bd abs art"),
    may_end=_words("usw etc jh"),
)
_FRENCH = Stops(never=_words("m mm mme mlle dr me st ste cf p.ex env av"), may_end=frozenset({"etc"}))
_SPANISH = Stops(never=_words("sr sra srta dr dra d dña ud uds p.ej aprox av"), may_end=frozenset({"etc"}))
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "uk": _UKRAINIAN,
    "ru": _RUSSIAN,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
}


def stops_of(language: str) -> Stops:
    """The words of a language, or none; the country in its code does not matter."""
    return _BY_LANGUAGE.get(language.lower().replace("_", "-").partition("-")[0], Stops())
