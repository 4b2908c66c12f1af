"""Search: stories by their words, and whoever is typed, on SQLite and on PostgreSQL alike."""
