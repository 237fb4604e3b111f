"""Ukrainian: numbers agree with what they count.

Nouns that papers shorten stand in the form the number asks for: одна гривня, дві гривні, п'ять гривень, and after a
fraction in the genitive. Days and years are ordinals in the case that the word beside them shows (“2026 року”, “у 2026
році”), hours as after “о”, “до”, “з”. What would need the rest of the sentence stays a cardinal in the nominative.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from num2words import num2words

from broadsheet.narration.saying.general.numbers import END, NUMBER, START, spoken
from broadsheet.narration.saying.rule import rule


@dataclass(frozen=True, slots=True)
class _Noun:
    one: str
    few: str
    many: str
    part: str  # after a fraction
    feminine: bool = False

    def after(self, number: str) -> str:
        if "," in number:
            return self.part
        ones, tens = int(number.replace(".", "")) % 10, int(number.replace(".", "")) // 10 % 10
        if tens == 1 or ones in (0, 5, 6, 7, 8, 9):
            return self.many
        return self.one if ones == 1 else self.few


_HRYVNIA = _Noun("гривня", "гривні", "гривень", "гривні", feminine=True)
_DOLLAR = _Noun("долар", "долари", "доларів", "долара")
_EURO = _Noun("євро", "євро", "євро", "євро")
_MAGNITUDES = {
    "тис": _Noun("тисяча", "тисячі", "тисяч", "тисячі", feminine=True),
    "млн": _Noun("мільйон", "мільйони", "мільйонів", "мільйона"),
    "млрд": _Noun("мільярд", "мільярди", "мільярдів", "мільярда"),
}
_MONEY = {"₴": _HRYVNIA, "грн": _HRYVNIA, "$": _DOLLAR, "€": _EURO}
_NOUNS = {
    **_MONEY,
    "%": _Noun("відсоток", "відсотки", "відсотків", "відсотка"),
    "км": _Noun("кілометр", "кілометри", "кілометрів", "кілометра"),
    "см": _Noun("сантиметр", "сантиметри", "сантиметрів", "сантиметра"),
    "мм": _Noun("міліметр", "міліметри", "міліметрів", "міліметра"),
    "м": _Noun("метр", "метри", "метрів", "метра"),
    "кг": _Noun("кілограм", "кілограми", "кілограмів", "кілограма"),
    "га": _Noun("гектар", "гектари", "гектарів", "гектара"),
    "МВт": _Noun("мегават", "мегавати", "мегават", "мегавата"),
    "кВт": _Noun("кіловат", "кіловати", "кіловат", "кіловата"),
    "год": _Noun("година", "години", "годин", "години", feminine=True),
    "хв": _Noun("хвилина", "хвилини", "хвилин", "хвилини", feminine=True),
    "коп": _Noun("копійка", "копійки", "копійок", "копійки", feminine=True),
    "°C": _Noun("градус Цельсія", "градуси Цельсія", "градусів Цельсія", "градуса Цельсія"),
}
_MONTHS = "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
# The last letters of an ordinal in the nominative, and what they become.
_ENDINGS = {
    "genitive": ("ого", "ього"),
    "locative": ("ому", "ьому"),
    "feminine": ("а", "я"),
    "feminine genitive": ("ої", "ьої"),
    "feminine locative": ("ій", "ій"),
}
_HOURS = {
    "о": "feminine locative",
    "об": "feminine locative",
    "до": "feminine genitive",
    "після": "feminine genitive",
}
_FEMININE = (
    r"(?= (?:гривн|годин|хвилин|секунд|тисяч|особ|людин|сторін|тонн|копій|дитин|жінк|області|громад|країн|ракет"
    r"|квартир))"
)


def _ordinal(number: str, case: str = "") -> str:
    said = str(num2words(int(number), lang="uk", to="ordinal"))
    if not case:
        return said
    hard, soft = _ENDINGS[case]
    return said[:-2] + (soft if said.endswith("ій") else hard)


def _counted(found: re.Match[str]) -> str:
    number, noun, magnitude = found["number"], _NOUNS.get(found["noun"] or ""), found["magnitude"]
    if not magnitude:
        return (
            f"{spoken(number, 'uk', feminine=bool(noun and noun.feminine))} {noun.after(number)}"
            if noun
            else found[0]
        )
    large = _MAGNITUDES[magnitude]
    said = f"{spoken(number, 'uk', feminine=large.feminine)} {large.after(number)}"
    return f"{said} {noun.many}" if noun else said


def _range(found: re.Match[str]) -> str:
    low, high, magnitude = int(found["low"]), int(found["high"]), found["magnitude"]
    nouns = [_MAGNITUDES[magnitude].many] if magnitude else []
    nouns += [_NOUNS[found["noun"]].many] if found["noun"] else []
    if low >= high:
        return " ".join((*(spoken(str(each), "uk") for each in (low, high)), *nouns))
    ends = (str(num2words(each, lang="uk", case="genitive")) for each in (low, high))
    return " ".join((f"від {' до '.join(ends)}", *nouns))


def _day(found: re.Match[str]) -> str:
    days = (_ordinal(day, "genitive") for day in (found["first"], found["day"]) if day and int(day))
    return f"{', '.join(days)} {found['month']}"


def _year(found: re.Match[str]) -> str:
    word = {"р.": "року"}.get(found["word"], found["word"])
    case = {"року": "genitive", "році": "locative"}.get(word, "")
    return f"{_ordinal(found['year'], case)} {word}"


def _hour(found: re.Match[str]) -> str:
    case = _HOURS.get((found["before"] or "").lower(), "feminine")
    minute = "" if found["minute"] == "00" else f" {spoken(found['minute'].lstrip('0'), 'uk', feminine=True)}"
    zero = " нуль" if found["minute"].startswith("0") and minute else ""
    before = f"{found['before']} " if found["before"] else ""
    hour = int(found["hour"])
    return f"{before}{_ordinal(str(hour), case) if hour else 'нуль годин'}{zero}{minute}"


_MAGNITUDE = r"(?:\s?(?P<magnitude>тис|млн|млрд)\b(?:\.(?!\W*$))?)"
_NOUN = "|".join(re.escape(noun) for noun in sorted(_NOUNS, key=len, reverse=True))
_SHORT = {
    "напр.": "наприклад",
    "т. д.": "так далі",
    "т.д.": "так далі",
    "т. п.": "тому подібне",
    "т.п.": "тому подібне",
    "та ін.": "та інші",
    "ім.": "імені",
    "див.": "дивись",
    "на вул.": "на вулиці",
    "по вул.": "по вулиці",
    "вул.": "вулиця",
    "просп.": "проспект",
    "обл.": "область",
    "№ ": "номер ",
    "№": "номер ",
}
RULES = (
    rule(
        rf"{START}(?:(?P<first>\d{{1,2}})\s?[–-]\s?)?(?P<day>[1-9]|[12]\d|3[01]) (?P<month>{_MONTHS})\b", _day
    ),
    rule(rf"{START}(?P<year>[12]\d\d\d)\s(?P<word>року|році|рік|р\.)(?!\w)", _year),
    rule(
        rf"(?:\b(?P<before>[Оо]|[Оо]б|[Дд]о|[Пп]ісля) )?{START}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:])",
        _hour,
    ),
    rule(
        rf"{START}(?P<low>\d{{1,3}})\s?[–-]\s?(?P<high>\d{{1,3}}){_MAGNITUDE}?(?:\s?(?P<noun>{_NOUN})(?!\w))?{END}",
        _range,
    ),
    rule(r"(?<=\d{4})\s?[–-]\s?(?=\d{4})", " – "),
    rule(rf"(?<!\w)(?P<noun>[$€₴])\s?{NUMBER}{_MAGNITUDE}?(?!\w)", _counted),
    rule(
        rf"{START}{NUMBER}{_MAGNITUDE}?\s?(?P<noun>{_NOUN})(?!\w)(?:(?<=грн|год|коп)\.(?!\W*$)|(?<=хв)\.(?!\W*$))?",
        _counted,
    ),
    rule(rf"{START}{NUMBER}{_MAGNITUDE}(?P<noun>(?!))?(?!\w)", _counted),
    rule(rf"{START}{NUMBER}{END}{_FEMININE}", lambda m: spoken(m["number"], "uk", feminine=True)),
    rule(r"(?<![\w.,])(?P<number>\d{1,4})-(?:й|ий)\b", lambda m: _ordinal(m["number"])),
    rule(r"(?<![\w.,])(?P<number>\d{1,4})-(?:го|ого)\b", lambda m: _ordinal(m["number"], "genitive")),
    rule(r"(?<![\w.,])(?P<number>\d{1,4})-(?:му|ому)\b", lambda m: _ordinal(m["number"], "locative")),
    rule(
        r"(?<![\w.,])(?P<number>\d{1,4})-(?:ша|га|тя|та|ма|а)\b", lambda m: _ordinal(m["number"], "feminine")
    ),
    rule(
        rf"(?<!\w)(?:{'|'.join(re.escape(short) for short in sorted(_SHORT, key=len, reverse=True))})",
        lambda found: _SHORT[found[0]],
    ),
)
