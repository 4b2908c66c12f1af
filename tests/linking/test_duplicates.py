"""Names that may be one are put before an editor, once."""

from __future__ import annotations

import pytest

from articles.linking.duplicates import find_duplicates
from articles.models import LikelyDuplicate
from tests.cast import make_organization, make_person

pytestmark = pytest.mark.django_db


def test_an_acronym_and_what_it_may_stand_for() -> None:
    csto = make_organization("CSTO")
    whole = make_organization("Collective Security Treaty Organization")
    find_duplicates([whole.pk])
    (found,) = LikelyDuplicate.objects.all()
    assert {found.first_id, found.second_id} == {csto.pk, whole.pk}
    assert found.reason == "“CSTO” may stand for “Collective Security Treaty Organization”."


def test_an_initial_and_a_first_name() -> None:
    make_person("S. Korolev")
    korolev = make_person("Sergei Korolev")
    find_duplicates([korolev.pk])
    assert LikelyDuplicate.objects.count() == 1


def test_brothers_are_two() -> None:
    make_person("Orville Wright")
    wilbur = make_person("Wilbur Wright")
    find_duplicates([wilbur.pk])
    assert not LikelyDuplicate.objects.exists()


def test_whom_an_editor_told_apart_nobody_asks_about_again() -> None:
    make_person("S. Korolev")
    korolev = make_person("Sergei Korolev")
    find_duplicates([korolev.pk])
    LikelyDuplicate.objects.update(different=True)
    find_duplicates([korolev.pk])
    assert LikelyDuplicate.objects.get().different
