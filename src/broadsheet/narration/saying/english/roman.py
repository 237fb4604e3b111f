"""Roman numerals: after a person's name an ordinal (“Charles the Third”), after a thing's a number (“World War Two”).

A single I, V or X is one only after such a thing, or after a monarch's name; Malcolm X stays himself.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.numbers import cardinal, ordinal
from broadsheet.narration.saying.rule import rule

_THINGS = (
    "War|Chapter|Part|Phase|Volume|Book|Act|Scene|Article|Title|Section|Type|Stage|Level|Grade|Class|Vatican|Bowl|Mark|Rocky"
    "|Schedule|Annex|Appendix|Round|Unit|Division|Group|Protocol|Basel|Solvency|Fantasy|Episode|Canto|Table|Figure|Tier"
)
_MONARCHS = (
    "Charles|Elizabeth|George|James|Edward|Henry|William|Richard|Mary|Nicholas|Alexander|Peter|Pius|Paul|Francis|Frederick"
    "|Philip|Ferdinand|Leopold|Louis|Napoleon|Gustav|Harald|Christian|Albert|Baudouin|Leo|Felipe|Franz"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERAL = r"(?P<numeral>(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![\w.]\w|\w)"
_SEVERAL = r"(?P<numeral>(?=[IVXL]{2})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?!\w)"


def _value(numeral: str) -> str:
    values = [_VALUES[letter] for letter in numeral]
    total = sum(
        -one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True)
    )
    return str(total)


def _thing(found: re.Match[str]) -> str:
    return f"{found['name']} {cardinal(_value(found['numeral'])).title()}"


def _person(found: re.Match[str]) -> str:
    return f"{found['name']} the {ordinal(_value(found['numeral'])).title()}"


RULES = (
    rule(rf"\b(?P<name>(?i:{_THINGS})) {_NUMERAL}", _thing),
    rule(rf"\b(?P<name>{_MONARCHS}) {_NUMERAL}(?!’[mdlv])", _person),
    rule(rf"(?P<name>\b[A-Z][a-zé]{{2,20}}|[\ue000-\uf8ff]) {_SEVERAL}", _person),
)
