"""The words before the colon in a post's header, in every language the archive is written in."""

from __future__ import annotations

from enum import Enum, auto


class Field(Enum):
    """What a labelled line of the header says."""

    READING_TIME = auto()
    CAPTION = auto()
    PICTURE = auto()
    CREDIT = auto()
    SOURCE = auto()
    AUTHORS = auto()
    DATE = auto()
    ADDRESS = auto()


_FIELD_WORDS = {
    Field.READING_TIME: ("reading time", "время чтения", "час чытання", "час читання"),
    Field.CAPTION: ("caption", "подпись", "подпіс", "підпис"),
    # These words are part of what the reader saw beneath the picture, and stay there.
    Field.PICTURE: (
        "photo", "photos", "image", "illustration",
        "фото", "фота", "иллюстрация", "ілюстрацыя", "ілюстрація",
    ),
    Field.CREDIT: ("credit", "photo credit"),
    Field.SOURCE: ("source", "источник", "крыніца", "джерело"),
    Field.AUTHORS: ("author", "authors", "автор", "авторы", "автори", "аўтар", "аўтары"),
    Field.DATE: (
        "date", "published", "posted", "дата", "опубликовано", "апублікавана", "опубліковано",
    ),
    Field.ADDRESS: (
        "url", "link", "original", "address",
        "ссылка", "оригинал", "адрес", "спасылка", "адрас", "посилання", "адреса",
    ),
}  # fmt: skip
FIELDS = {word: field for field, words in _FIELD_WORDS.items() for word in words}
"""The field that a label announces, by the label in lower case without its colon."""

_LANGUAGE_WORDS = {
    "ru": (
        "на русском языке", "на русском", "по-русски", "русская версия", "на рускай мове",
        "па-руску", "російською", "in russian", "russian version",
    ),
    "be": (
        "на беларускай мове", "на беларускай", "па-беларуску", "беларуская версія",
        "на белорусском языке", "на белорусском", "по-белорусски", "білоруською",
        "in belarusian", "belarusian version",
    ),
    "en": (
        "in english", "english version", "на английском языке", "на английском", "по-английски",
        "на англійскай мове", "па-ангельску", "па-англійску", "англійською",
    ),
    "uk": (
        "українською мовою", "українською", "на украинском языке", "по-украински",
        "на ўкраінскай мове", "па-ўкраінску", "in ukrainian", "ukrainian version",
    ),
    "kk": ("қазақ тілінде", "қазақша", "на казахском языке", "по-казахски", "in kazakh"),
    "pl": ("po polsku", "w języku polskim", "на польском языке", "на польскай мове", "in polish"),
    "lt": ("lietuvių kalba", "lietuviškai", "на литовском языке", "in lithuanian"),
    "de": ("auf deutsch", "на немецком языке", "на нямецкай мове", "in german"),
    "fr": ("en français", "на французском языке", "in french"),
}  # fmt: skip
LANGUAGES = {word: code for code, words in _LANGUAGE_WORDS.items() for word in words}
"""The language code that a label announces, by the label in lower case without its colon."""
