"""A look through the whole archive: what its sources contradict, what is lost, cut off or there twice.

links.py            how surely stories stand beside each other, and where their sources disagree
lost.py             titles that stories name and nobody bears
reading_time.py     stories that are too short or too long for the minutes their source stated
near_duplicates.py  stories with nearly the same words, by shingles.py
report.py           all of it, kept in the database for the desk
words.py            a finding as a sentence, and as data
"""

from articles.reporting.report import make_report

__all__ = ["make_report"]
