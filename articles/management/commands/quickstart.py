"""From a fresh checkout to a site that answers, in one command."""

from __future__ import annotations

import argparse
import os
import secrets
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseError
from django.db import connection, connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

HOST = "127.0.0.1"
EDITOR = "editor"
PASSWORD_BYTES = 15  # 20 characters with 120 random bits
MOST_WORKERS = 4
# Threads of one process only take Python from each other: two make half as many pages as one.
THREADS_A_WORKER = 1
# A worker that is told twice to stop, by Ctrl-C and by granian, may hang instead:
# https://github.com/emmett-framework/granian/pull/435
SECONDS_TO_STOP = 2


class Command(BaseCommand):
    """`manage.py quickstart [--port N] [--no-serve]`."""

    help = (
        "Make the newsroom ready and serve it on this machine: set up the database, import seeds/, "
        "make an editor's account. Running it again goes on with what is there."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--port", type=_port, default=8000, help="Where to serve (default: %(default)s)."
        )
        parser.add_argument(
            "--no-serve", action="store_true", help="Make everything ready, then end."
        )

    def handle(self, *, port: int, no_serve: bool, **options: Any) -> None:
        if settings.DEBUG:
            raise CommandError(
                "DEBUG is on, and quickstart serves a site as readers get it. Unset DEBUG, or use "
                "manage.py runserver."
            )
        if not no_serve:
            _check_port(port)
        _follow_port(port)
        try:
            self._prepare()
            if not no_serve:
                self._serve(port)
        except KeyboardInterrupt:
            self.stdout.write("\nStopped. Run the same command again to go on.")

    def _prepare(self) -> None:
        self._migrate()
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("Static files: collected")
        self._import_seeds()
        self._make_editor()

    def _migrate(self) -> None:
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except DatabaseError as error:
            raise CommandError(
                f"The database cannot be set up ({str(error).strip()}). Check DATABASE_URL; without "
                "it SQLite is used."
            ) from error
        self.stdout.write(f"Database: ready, {_database_name()}")

    def _import_seeds(self) -> None:
        seeds = settings.BASE_DIR / "seeds"
        if not seeds.is_dir():
            self.stdout.write(f"Stories: none imported, there is no folder {seeds}")
            return
        self.stdout.write(f"Stories: importing {seeds}")
        try:
            call_command("import_seeds", str(seeds))
        except SystemExit:
            self.stderr.write("Some documents were refused, as told above; the others are in.")

    def _make_editor(self) -> None:
        users = get_user_model()._default_manager
        if users.filter(**{users.model.USERNAME_FIELD: EDITOR}).exists():
            self.stdout.write(
                f"Editor: the account {EDITOR} is there already. To give it a new password: "
                f"manage.py changepassword {EDITOR}"
            )
            return
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        users.create_superuser(EDITOR, password=password)
        self.stdout.write(f"Editor: made the account {EDITOR} with the password {password}")
        self.stdout.write("        Keep it now, it is not shown again.")

    def _serve(self, port: int) -> None:
        self.stdout.write(f"\nThe newsroom:     http://{HOST}:{port}/")
        self.stdout.write(f"The editor's desk: http://{HOST}:{port}/admin/")
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()  # or each worker would say it again
        connections.close_all()
        server = Server(
            "newsroom.wsgi:application",
            address=HOST,
            port=port,
            interface=Interfaces.WSGI,
            # One worker per processor: Python runs one thread at a time in each.
            workers=min(os.cpu_count() or 1, MOST_WORKERS),
            blocking_threads=THREADS_A_WORKER,
            websockets=False,
            workers_kill_timeout=SECONDS_TO_STOP,
            log_level=LogLevels.error,
            working_dir=settings.BASE_DIR,
        )
        server.serve()
        self.stdout.write("\nStopped. Run the same command again to go on.")


def _port(word: str) -> int:
    if word.isascii() and word.isdigit() and 0 < int(word) < 65536:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word!r} is no port. Give a number from 1 to 65535.")


def _check_port(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # A port that was only just let go of is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}). Stop what uses it, or choose "
                f"another: manage.py quickstart --port {port + 1 if port < 65535 else 8000}"
            ) from error


def _follow_port(port: int) -> None:
    """Have the site call itself by the port it is served at, unless the environment names it."""
    if not os.environ.get("SITE_URL", "").strip():
        settings.SITE_URL = os.environ["SITE_URL"] = f"http://{HOST}:{port}"


def _database_name() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"SQLite in {Path(name).resolve()}"
    return f"{connection.display_name} {name}"
