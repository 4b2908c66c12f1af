"""What to read next: the stories that stand beside a story, and why.

    a story's text ──terms──▶ its weightiest words   (from the text alone)
    words, names, tags, what the source named ──story──▶ features
    features ──choosing──▶ the likest few ──reasons, writing──▶ related links

Nothing is computed while a reader waits. `writing.py` is the way in. Nothing is imported here, so that
processes that only read terms start without Django.
"""
