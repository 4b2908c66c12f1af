"""The queue in a real browser: decided by keys, without them, by day and by night."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from articles.models import Alias, Entity, LikelyDuplicate, Mention, NewName, Person, Quote
from tests import cast
from tests.desk.archive import link, make_new_name, make_pair, make_quote, make_story, see

pytestmark = pytest.mark.one_database

QUEUE = "/admin/queue/"
SCHEMES = ["light", "dark"]
WIDTHS = [360, 768, 1440]
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def desk(page: Page, live_server: object) -> Page:
    """Give a window in which an editor has signed in, and a newsroom where everything waits."""
    client = Client()
    client.force_login(cast.make_editor())
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    url = str(live_server)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])
    return page


@pytest.fixture
def waiting(desk: Page) -> Page:
    make_everything_wait()
    return desk


def make_everything_wait() -> None:
    names = ("Valentina Tereshkova", "Svetlana Savitskaya", "Design Bureau Vostok")
    for number, name in enumerate(names):
        stories = [
            make_story(
                f"Nobody had seen it before. On that morning {name} was the first to report to the "
                "commission in Baikonur. The weather was fine."
            )
            for _ in range(3 - number)
        ]
        make_new_name(name, *stories)
    for year, description in (("1934", "A test pilot."), ("1953", "A minister of defence.")):
        cast.make_person(
            "Sergei Ivanov",
            slug=f"ivanov-{year}",
            first_day=f"{year}-01-31",
            description=description,
        )
    link(see(make_story("On Monday Sergei Ivanov resigned."), "Sergei Ivanov"))
    leonov = cast.make_person("Alexei Leonov", description="The first man to walk in space.")
    cast.make_mention(make_story("Alexei Leonov flew."), leonov)
    make_pair(leonov, cast.make_person("Aleksej A. Leonov", slug="leonov-2"))
    story = make_story("He had climbed in long before. “Poyekhali!” he said, and the ship rose.")
    make_quote(story, "Poyekhali!", leonov, speaker_text="he")


def current(page: Page) -> str:
    """Return the row that keys decide on, which has the focus."""
    expect(page.locator("[data-item][aria-current]")).to_be_focused()
    return page.locator("[data-item][aria-current] h3").inner_text()


def said(page: Page, text: str) -> None:
    expect(page.get_by_role("status").first).to_contain_text(text)


# By keys


def test_a_name_is_accepted_by_one_key_and_the_next_one_is_there(waiting: Page) -> None:
    waiting.goto(QUEUE)
    assert current(waiting) == "Valentina Tereshkova"
    waiting.keyboard.press("a")
    said(waiting, "“Valentina Tereshkova” is a new person")
    assert current(waiting) == "Svetlana Savitskaya"
    assert Person.objects.get(name="Valentina Tereshkova").mentions.count() == 3
    expect(waiting.locator("#names [data-count]")).to_have_text("2")


def test_the_kind_is_changed_by_a_key_before_accepting(waiting: Page) -> None:
    waiting.goto(QUEUE)
    waiting.keyboard.press("j")
    waiting.keyboard.press("ArrowDown")
    assert current(waiting) == "Design Bureau Vostok"
    waiting.keyboard.press("t")
    said(waiting, "organization")
    waiting.keyboard.press("a")
    said(waiting, "“Design Bureau Vostok” is a new organization")
    assert Entity.objects.get(name="Design Bureau Vostok").kind == "organization"


def test_the_last_decisions_are_undone_one_after_the_other(waiting: Page) -> None:
    waiting.goto(QUEUE)
    for name in ("Valentina Tereshkova", "Svetlana Savitskaya"):
        waiting.keyboard.press("r")
        said(waiting, f"“{name}” is no person")
    for name in ("Svetlana Savitskaya", "Valentina Tereshkova"):
        waiting.keyboard.press("u")
        said(waiting, f"Undone: “{name}” is no person")
        assert current(waiting) == name
    assert NewName.objects.filter(rejected=False).count() == 3
    expect(waiting.locator("[data-undo]")).to_be_hidden()


def test_the_key_after_undo_decides_on_what_came_back(waiting: Page) -> None:
    waiting.goto(QUEUE)
    waiting.keyboard.press("r")
    said(waiting, "“Valentina Tereshkova” is no person")
    waiting.reload()
    waiting.keyboard.press("u")
    said(waiting, "Undone: “Valentina Tereshkova” is no person")
    waiting.keyboard.press("a")
    said(waiting, "“Valentina Tereshkova” is a new person")


def test_quick_keys_stay_in_a_list_while_more_of_it_wait(waiting: Page) -> None:
    for number in range(20):
        make_new_name(f"Anna Ivanova{number}", make_story(f"Anna Ivanova{number} came."))
    waiting.goto(QUEUE)
    for _ in range(8):
        waiting.keyboard.press("r")
    expect(waiting.locator("#names [data-count]")).to_have_text("15")
    expect(waiting.locator("#names [data-item]:focus")).to_have_count(1)
    for left in range(14, -1, -1):
        waiting.keyboard.press("r")
        expect(waiting.locator("#names [data-count]")).to_have_text(str(left))
    assert NewName.objects.filter(rejected=True).count() == 23
    expect(waiting.locator("#choices [data-item]:focus")).to_have_count(1)


def test_a_name_is_given_to_somebody_whom_typing_finds(waiting: Page) -> None:
    known = cast.make_person("Valya the Seagull")
    waiting.goto(QUEUE)
    waiting.keyboard.press("o")
    expect(waiting.get_by_label("A part of any of their names")).to_be_focused()
    waiting.keyboard.type("seag")
    expect(waiting.locator("dialog [data-found] button")).to_have_count(1)
    waiting.keyboard.press("ArrowDown")
    waiting.keyboard.press("Enter")
    said(waiting, "“Valentina Tereshkova” is a name of Valya the Seagull")
    assert current(waiting) == "Svetlana Savitskaya"
    assert known.mentions.count() == 3


def test_a_dialog_that_is_closed_leaves_the_place(waiting: Page) -> None:
    waiting.goto(QUEUE)
    waiting.keyboard.press("j")
    for key in ("o", "?"):
        waiting.keyboard.press(key)
        expect(waiting.locator("dialog[open]")).to_be_visible()
        waiting.keyboard.press("Escape")
        expect(waiting.locator("dialog[open]")).to_have_count(0)
    waiting.keyboard.press("r")
    said(waiting, "“Svetlana Savitskaya” is no person")


def test_who_is_meant_is_chosen_by_a_number(waiting: Page) -> None:
    waiting.goto(f"{QUEUE}choices/")
    waiting.keyboard.press("2")
    said(waiting, "“Sergei Ivanov” means Sergei Ivanov")
    mention = Mention.objects.get(surface="Sergei Ivanov")
    assert mention.entity.slug == "ivanov-1953"
    expect(waiting.get_by_text("No story bears a name that several have.")).to_be_visible()


def test_a_quote_and_a_pair_are_decided(waiting: Page) -> None:
    waiting.goto(f"{QUEUE}quotes/")
    waiting.keyboard.press("a")
    said(waiting, "Alexei Leonov said “Poyekhali!”")
    waiting.goto(f"{QUEUE}pairs/")
    waiting.keyboard.press("d")
    said(waiting, "are different")
    assert Quote.objects.get().state == "confirmed"
    assert LikelyDuplicate.objects.get().different


def test_keys_can_be_turned_off(waiting: Page) -> None:
    waiting.goto(QUEUE)
    waiting.keyboard.press("?")
    waiting.get_by_label("Decide by single keys").uncheck()
    waiting.keyboard.press("Escape")
    waiting.keyboard.press("r")
    waiting.reload()
    waiting.keyboard.press("r")
    waiting.wait_for_load_state("networkidle")
    assert NewName.objects.filter(rejected=True).count() == 0


# Merging, splitting, undoing


def test_two_are_merged_and_parted_again_by_keys(waiting: Page) -> None:
    waiting.goto(f"{QUEUE}pairs/")
    waiting.keyboard.press("m")
    expect(waiting.get_by_role("button", name="Merge into Alexei Leonov")).to_be_focused()
    waiting.keyboard.press("Enter")
    expect(waiting.locator(".messagelist")).to_contain_text("Aleksej A. Leonov is Alexei Leonov")
    assert waiting.url.endswith(f"{QUEUE}pairs/")
    assert Person.objects.filter(slug="leonov-2").count() == 0
    expect(waiting.get_by_role("button", name="Keys ?")).to_be_visible()
    waiting.keyboard.press("u")
    said(waiting, "Undone: Aleksej A. Leonov is Alexei Leonov")
    assert current(waiting) == "Alexei Leonov and Aleksej A. Leonov"
    assert Person.objects.filter(slug="leonov-2").count() == 1


def test_enter_twice_undoes_one_decision(waiting: Page) -> None:
    waiting.goto(QUEUE)
    for name in ("Valentina Tereshkova", "Svetlana Savitskaya"):
        waiting.keyboard.press("r")
        said(waiting, f"“{name}” is no person")
    waiting.goto(f"{QUEUE}decisions/")
    waiting.get_by_role("button", name="Undo: “Svetlana").focus()
    waiting.keyboard.press("Enter")
    expect(waiting.locator(".messagelist")).to_contain_text("Undone: “Svetlana Savitskaya”")
    expect(waiting.locator("tr.queue-undone")).to_be_focused()
    waiting.keyboard.press("Enter")
    assert NewName.objects.filter(rejected=True).count() == 1
    waiting.keyboard.press("Tab")
    expect(waiting.get_by_role("button", name="Undo: “Valentina")).to_be_focused()


def test_a_name_is_split_off_from_the_form_of_its_entity(waiting: Page) -> None:
    person = Person.objects.get(name="Alexei Leonov")
    Alias.of(person, "Piotr Karalou").save()
    link(see(make_story("Piotr Karalou milks."), "Piotr Karalou"))
    waiting.goto(f"/admin/articles/person/{person.pk}/change/")
    waiting.get_by_role("link", name="Split “Piotr Karalou” off …").click()
    expect(waiting.get_by_text("1 mention that nobody has decided on")).to_be_visible()
    waiting.get_by_role("button", name="Split off").click()
    expect(waiting.locator(".messagelist")).to_contain_text("“Piotr Karalou” is not Alexei Leonov")
    assert Person.objects.get(name="Piotr Karalou").mentions.count() == 1


def test_whom_to_merge_with_is_found_while_typing(waiting: Page) -> None:
    person = Person.objects.get(slug="leonov-2")
    waiting.goto(f"/admin/articles/person/{person.pk}/change/")
    waiting.get_by_role("link", name="Merge with …").click()
    waiting.get_by_label("A part of any of their names").fill("alexei")
    expect(waiting.locator("[data-found] button")).to_have_count(1)
    waiting.locator("[data-found] button").click()
    expect(waiting.get_by_role("heading", level=1)).to_contain_text("into Alexei Leonov")


# Without scripts, and for everybody


def test_all_of_it_works_without_scripts(browser: Browser, waiting: Page) -> None:
    waiting.goto(QUEUE)
    state = waiting.context.storage_state()
    page = browser.new_page(java_script_enabled=False, storage_state=state)
    page.goto(waiting.url)
    page.locator("#names").get_by_role("button", name="Accept").first.click()
    expect(page.locator(".messagelist")).to_contain_text("is a new person")
    assert page.url.endswith(f"{QUEUE}#names")
    page.get_by_role("button", name="Undo the last").click()
    expect(page.locator(".messagelist")).to_contain_text("Undone")
    page.locator("#names").get_by_role("link", name="Somebody known").first.click()
    page.get_by_label("A part of any of their names").fill("leonov")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Alexei Leonov").click()
    expect(page.locator(".messagelist")).to_contain_text("is a name of Alexei Leonov")
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(scheme: Literal["light", "dark"], waiting: Page) -> None:
    pair = LikelyDuplicate.objects.get()
    alias = Alias.of(pair.first, "Piotr Karalou")
    alias.save()
    waiting.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    paths = [
        *(QUEUE, f"{QUEUE}decisions/", f"{QUEUE}names/{NewName.objects.all()[0].pk}/other/"),
        *(f"{QUEUE}merge/{pair.first_id}/", f"{QUEUE}merge/{pair.first_id}/{pair.second_id}/"),
        f"{QUEUE}split/{alias.pk}/",
    ]
    for path in paths:
        waiting.goto(path)
        for width in WIDTHS:
            waiting.set_viewport_size({"width": width, "height": 900})
            results = Axe().run(waiting, context="#content")
            assert results.violations_count == 0, results.generate_report()
            assert waiting.evaluate(OVERHANG) == 0, f"{path} at {width} pixels"
