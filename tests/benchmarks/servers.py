"""The servers that pages are measured on, each on a port of its own, ended afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.commands import ROOT, free_port, surroundings

SECONDS_TO_START = 30
WORKERS = 2
THREADS_A_WORKER = 1  # as quickstart has it

# The page lies in the folder as `page`; one process per processor, like the others.
NGINX = """
{user}
daemon off;
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  default_type text/html;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location / {{ root {folder}; try_files /page =404; }}
  }}
}}
"""


@contextmanager
def granian(application: str, **settings: str) -> Iterator[str]:
    """Serve a WSGI application as quickstart does, and give the site's address."""
    port = free_port()
    words = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "error"),
        *("--host", "127.0.0.1", "--port", str(port), "--no-ws", "--workers-kill-timeout", "2"),
        *("--workers", str(WORKERS), "--blocking-threads", str(THREADS_A_WORKER), application),
    ]
    with _running(words, port, surroundings(**settings)) as address:
        yield address


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """Serve the file `page` in `folder` at every address, and give the site's."""
    port = free_port()
    # Started by root, nginx would hand over to a user who may not read the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(user=user, workers=WORKERS, folder=folder, port=port))
    with _running(["nginx", "-c", str(configuration)], port, surroundings()) as address:
        yield address


@contextmanager
def _running(words: list[str], port: int, environment: dict[str, str]) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(words, cwd=ROOT, env=environment) as process:
        try:
            _wait_for(address, process)
            yield address
        finally:
            process.send_signal(signal.SIGTERM)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urlopen(f"{address}/", timeout=SECONDS_TO_START).close()
        except HTTPError:
            return  # it answers
        except URLError:
            time.sleep(0.1)  # a server that starts gives no other sign
        else:
            return
    raise SystemExit(f"Nothing answers at {address}.")
