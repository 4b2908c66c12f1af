"""Feeds: the newest stories of the site, a tag, a person, an organization or an event, for machines.

stories ──entries──▶ Feed ──forms──▶ RSS 2.0, Atom, JSON Feed ──views──▶ …/feed/, …/feed/atom/, …/feed.json
"""
