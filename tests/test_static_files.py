"""What a public server sends beside the pages: one file of styles, whatever components it is made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from newsroom.settings import BASE_DIR

PUBLIC_SERVER: dict[str, Any] = {
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "newsroom.static_files.JoinedFilesStorage"},
    },
    # Without the admin's files, which are many.
    "STATICFILES_FINDERS": ["django.contrib.staticfiles.finders.FileSystemFinder"],
}


@pytest.fixture
def collected(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return what collects a folder, and gives the text of one of its files as it is sent."""

    root = tmp_path_factory.mktemp("collected")

    def collect(folder: Path, name: str) -> str:
        with override_settings(STATIC_ROOT=root, STATICFILES_DIRS=[folder], **PUBLIC_SERVER):
            call_command("collectstatic", interactive=False, verbosity=0)
        paths: dict[str, str] = json.loads((root / "staticfiles.json").read_text())["paths"]
        return (root / paths[name]).read_text()

    return collect


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)


@pytest.mark.parametrize("kind", ["css", "js"])
def test_all_styles_and_all_scripts_of_the_public_pages_are_sent_as_one_file(
    kind: str, collected: Callable[..., str]
) -> None:
    site = collected(BASE_DIR / "static", f"{kind}/site.{kind}")
    assert "import" not in site.replace("important", "")
    for source in (BASE_DIR / "static" / kind).glob(f"*.{kind}"):
        if source.name not in {"site.css", "site.js", "admin.css"}:
            assert source.read_text() in site, f"site.{kind} does not import {source.name}"


def test_styles_for_paper_stay_on_paper(tmp_path: Path, collected: Callable[..., str]) -> None:
    write(tmp_path, site_css='@import "./paper.css" print;\n', paper_css="p { color: black; }\n")
    assert collected(tmp_path, "site.css") == "@media print {\np { color: black; }\n}\n"


def test_scripts_that_are_joined_keep_their_names_to_themselves(
    tmp_path: Path, collected: Callable[..., str]
) -> None:
    script = 'import "./one.js";\nimport "./two.js";\n'
    write(tmp_path, all_js=script, one_js="const A = 1;\n", two_js="const A = 2;\n")
    assert collected(tmp_path, "all.js") == "{\nconst A = 1;\n}\n{\nconst A = 2;\n}\n"


def test_a_list_is_sent_anew_when_what_it_imports_has_changed(
    tmp_path: Path, collected: Callable[..., str]
) -> None:
    write(tmp_path, site_css='@import "./one.css";\n', one_css="p { color: red; }\n")
    collected(tmp_path, "site.css")
    write(tmp_path, one_css="p { color: blue; }\n")
    assert collected(tmp_path, "site.css") == "p { color: blue; }\n\n"
