"""Words for people in pure modules: text marked for translation, dates, numbers and money."""


def mark(text: str) -> str:
    """Mark a Vietnamese text for translation; the web translates it when it shows it."""
    return text
