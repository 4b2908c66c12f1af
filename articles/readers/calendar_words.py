"""The months and weekdays in English, Russian, Belarusian and Ukrainian, as dates spell them."""

from __future__ import annotations

_NAMES = (
    "january jan январь января янв студзень студзеня студз січень січня",
    "february feb февраль февраля фев февр люты лютага лютий лютого",
    "march mar март марта мар сакавік сакавіка сак березень березня",
    "april apr апрель апреля апр красавік красавіка крас квітень квітня",
    "may май мая травень траўня трав травня",
    "june jun июнь июня июн чэрвень чэрвеня чэрв червень червня",
    "july jul июль июля июл ліпень ліпеня ліп липень липня",
    "august aug август августа авг жнівень жніўня жнів серпень серпня",
    "september sep sept сентябрь сентября сен сент верасень верасня вер вересень вересня",
    "october oct октябрь октября окт кастрычнік кастрычніка каст жовтень жовтня",
    "november nov ноябрь ноября ноя нояб лістапад лістапада ліст листопад листопада",
    "december dec декабрь декабря дек снежань снежня снеж грудень грудня",
)

MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The number of each month, 1 to 12, by its name in lower case, without a final point."""

_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "панядзелак аўторак серада чацвер пятніца субота нядзеля пан аўт сер чац пят суб няд "
    "понеділок середа п'ятниця п’ятниця неділя нд"
)
WEEKDAYS = frozenset(_DAYS.split())
"""The days of the week, in lower case, without a final point."""
