"""`motcua translations`: gather the texts for people from the source, keep their English, name what lacks it."""

import argparse
import re
import sys
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from motcua.bootstrap.home import PACKAGE
from motcua.commands.registry import Needs

NAME = "translations"
HELP = "Gather the texts for people and keep their English."
NEEDS: Needs = "nothing"
ENGLISH = PACKAGE / "locale/en/LC_MESSAGES/django.po"
TEMPLATES = "**/templates/**.html"
METHODS = [("**/tests/**", "ignore"), (TEMPLATES, "jinja2"), ("**.py", "python")]
OPTIONS = {TEMPLATES: {"newstyle_gettext": "true", "trimmed": "true", "encoding": "utf-8"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "mark": None}
HEADER = b"""# Motcua in English; `motcua translations` keeps the list of texts.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PLACE = re.compile(r"%\((\w+)\)|%%")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--check", action="store_true", help="write nothing; only name what is wrong")


def run(args: argparse.Namespace) -> int:
    """Bring the file of English texts up to date, and name every text that is not right in it."""
    found = gathered()
    kept = english()
    if args.check:
        wrong = [*differences(found, kept), *problems(kept)]
    else:
        kept = renewed(found, kept)
        write(kept)
        wrong = list(problems(kept))
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    print(f"{len(found)} texts, {len(wrong)} to put right.")
    return 1 if wrong else 0


def gathered() -> Catalog:
    """Gather every text of the source that people read."""
    found = Catalog(charset="utf-8")
    for file, line, text, notes, context in extract_from_dir(PACKAGE, METHODS, OPTIONS, KEYWORDS):
        found.add(text, None, [(file, line)], auto_comments=notes, context=context)
    return found


def english() -> Catalog:
    """Read the English texts as they are kept."""
    with ENGLISH.open("rb") as text:
        return read_po(text, locale="en")


def write(kept: Catalog) -> None:
    """Write the English texts, in the order of the files they stand in."""
    with ENGLISH.open("wb") as out:
        out.write(HEADER)
        write_po(out, kept, width=110, sort_by_file=True, include_lineno=False, omit_header=True)


def renewed(found: Catalog, kept: Catalog) -> Catalog:
    """Return the texts found, each with the English kept for it; texts that are gone go."""
    fresh = Catalog(locale="en", charset="utf-8")
    for one in found:
        if one.id:
            old = kept.get(_singular(one), one.context)
            fresh.add(one.id, old.string if old else None, one.locations, context=one.context)
    return fresh


def differences(found: Catalog, kept: Catalog) -> Iterator[str]:
    """Name each text that is in the source or in the file, but not in both."""
    texts, lines = ({(one.context, one.id) for one in each if one.id} for each in (found, kept))
    yield from (f"not gathered yet: {text}" for _context, text in sorted(texts - lines, key=str))
    yield from (f"no longer used: {text}" for _context, text in sorted(lines - texts, key=str))


def problems(kept: Catalog) -> Iterator[str]:
    """Name each English text that is missing, doubtful, or has other places for values than the Vietnamese."""
    for one in kept:
        if not one.id:
            continue
        said = [text or "" for text in (one.string if isinstance(one.string, tuple | list) else [one.string])]
        if one.fuzzy or not all(said):
            yield f"no English: {one.id}"
        elif any(_places(text) != _places(_singular(one)) for text in said):
            yield f"other places for values: {one.id}"


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _places(text: str) -> list[str]:
    return sorted(PLACE.findall(text))
