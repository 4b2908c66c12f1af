"""Bytes are read in the encoding they were written in, or refused."""

from __future__ import annotations

import codecs

import pytest

from articles.readers import NotText, Refusal, Undecodable, decode
from tests.readers.documents import POST, document, read, refusal_of

RUSSIAN = (
    "Двенадцатого апреля 1961 года Юрий Гагарин облетел Землю на корабле «Восток» – первым из"
    " людей. Полёт продолжался 108 минут, и весь мир услышал о нём по радио."
)
BELARUSIAN = (
    "Саюз «Апалон» і расійскі «Саюз» сустрэліся на арбіце ў ліпені 1975 года – гэта быў першы"
    " сумесны палёт дзвюх краін."
)
FRENCH = (
    "Le 24 décembre 1979, la fusée Ariane s’est élevée de Kourou – « première » européenne, après"
    " plusieurs années d’efforts."
)
ENGLISH = "«That's one small step for man,» Armstrong said – «one giant leap for mankind.»"
RUSSIAN_KOI8 = RUSSIAN.translate(str.maketrans("«»–", '""-'))

CASES = [
    (RUSSIAN, "windows-1251"),
    (BELARUSIAN, "windows-1251"),
    (RUSSIAN_KOI8, "koi8-r"),
    (FRENCH, "windows-1252"),
    (ENGLISH, "windows-1252"),
]


@pytest.mark.parametrize("text", [RUSSIAN, BELARUSIAN, FRENCH, ENGLISH])
def test_unicode_tells_itself(text: str) -> None:
    for data, encoding in [
        (text.encode(), "utf-8"),
        (text.encode("utf-8-sig"), "utf-8"),
        (codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "utf-16"),
    ]:
        assert (decode(data).text, decode(data).encoding) == (text, encoding)


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_single_byte_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).encoding == encoding
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("text", "encoding"), [*CASES[:3]])
def test_capitals_are_told_apart_too(text: str, encoding: str) -> None:
    assert decode(text.upper().encode(encoding)).text == text.upper()


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_a_few_words_are_enough(text: str, encoding: str) -> None:
    words = text.split()
    for start in range(len(words) - 3):
        few = " ".join(words[start : start + 4])
        assert decode(few.encode(encoding)).text == few


@pytest.mark.parametrize("word", ["Привет", "мир", "Ёлка", "ЦИК Казахстана", "да и нет"])
@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_even_one_russian_word_is_told(word: str, encoding: str) -> None:
    assert decode(word.encode(encoding)).text == word


@pytest.mark.parametrize("word", ["été", "déjà vu", "Größe", "señor", "naïve", "à", "Ærø"])
def test_even_one_accented_word_is_told(word: str) -> None:
    assert decode(word.encode("windows-1252")).text == word


def test_russian_name_in_an_english_text_is_read() -> None:
    text = f"{ENGLISH} The word for it is «спутник», a companion."
    assert decode(text.encode("windows-1251")).text == text


def test_encoding_stands_in_the_post() -> None:
    post = read(f"Гагарин в космосе\n\n{RUSSIAN}".encode("windows-1251"))
    assert post.encoding == "windows-1251"
    assert post.title == "Гагарин в космосе"


# What is refused


def test_nul_bytes_are_refused_with_their_line() -> None:
    refusal = refusal_of(POST.encode().replace(b"It beeps", b"It\0beeps"))
    assert isinstance(refusal, NotText)
    assert refusal.line == 3
    assert "NUL" in str(refusal)


def test_nul_characters_in_utf16_are_refused_with_their_line() -> None:
    refusal = refusal_of(POST.replace("It beeps", "It\0beeps").encode("utf-16"))
    assert (type(refusal), refusal.line) == (NotText, 3)


def test_control_bytes_are_refused() -> None:
    refusal = refusal_of(bytes(range(1, 32)) * 10)
    assert isinstance(refusal, NotText)
    assert "control characters" in str(refusal)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\n <!DOCTYPE html>", "a web page"),
        (b"\xef\xbb\xbf<html>", "a web page"),
    ],
)
def test_other_kinds_of_file_are_refused_by_name(start: bytes, kind: str) -> None:
    refusal = refusal_of(start + POST.encode())
    assert isinstance(refusal, NotText)
    assert f"This is {kind}" in str(refusal)


def test_damaged_utf8_is_refused_and_not_taken_for_another_encoding() -> None:
    data = f"Заголовок\n\n{RUSSIAN}".encode()
    refusal = refusal_of(data.replace("Юрий".encode(), b"\xd0"))
    assert isinstance(refusal, Undecodable)
    assert refusal.line == 3
    assert "UTF-8 text, but for the byte 0xd0" in str(refusal)


def test_cut_utf16_is_refused() -> None:
    refusal = refusal_of(POST.encode("utf-16")[:-1])
    assert (type(refusal), refusal.line) == (Undecodable, 5)


@pytest.mark.parametrize("encoding", ["cp866", "iso8859-5"])
def test_russian_in_other_encodings_is_refused(encoding: str) -> None:
    with pytest.raises(Undecodable, match="windows-1251, windows-1252 or KOI8-R"):
        decode(RUSSIAN_KOI8.encode(encoding))


def test_bytes_of_no_language_are_refused() -> None:
    with pytest.raises(Undecodable):
        decode(bytes(range(0x80, 0x100)) * 4)


def test_byte_that_windows_1252_has_not_is_refused_with_its_line() -> None:
    with pytest.raises(Undecodable) as raised:
        decode(b"Title\n\nCaf\x81\n", where="a.txt")
    assert str(raised.value).startswith("a.txt, line 3: Its bytes make no text")


def test_refusal_names_the_document() -> None:
    with pytest.raises(Refusal) as raised:
        decode(b"\0", where=document("").where)
    assert raised.value.where == "seeds/1957/sputnik.txt"
