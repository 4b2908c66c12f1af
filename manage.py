#!/usr/bin/env python
"""Run one of Newsroom's commands: `manage.py import_seeds`, `manage.py quickstart`, …"""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    execute_from_command_line(sys.argv)
