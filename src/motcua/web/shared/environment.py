"""The Jinja2 environment of every page: strict, escaped, translated, with the parts at hand as `ui`."""

from functools import cache, cached_property
from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from motcua.web.shared.formats import FILTERS

PARTS = (
    *("icon", "button", "error", "field", "choice", "date", "file", "steps", "summary", "chip"),
    *("timeline", "notice", "table", "empty", "dialog", "card", "search", "frame", "contact", "guide"),
)


class Parts:
    """The macros of `shared/parts/*.html` under one name: pages say `ui.button(…)` without imports."""

    def __init__(self, env: Environment) -> None:
        self._env = env

    def __getattr__(self, name: str) -> object:
        place = self._places.get(name)
        if place is None:
            raise AttributeError(f"there is no part {name}")
        part = getattr(self._env.get_template(place).module, name)
        if not self._env.auto_reload:  # a page of lists asks for the same few parts hundreds of times
            setattr(self, name, part)
        return part

    @cached_property
    def _places(self) -> dict[str, str]:
        templates = [f"shared/parts/{part}.html" for part in PARTS]
        modules = [(template, self._env.get_template(template).module) for template in templates]
        return {name: template for template, module in modules for name in vars(module) if name[0] != "_"}


def environment(**options: Any) -> Environment:
    """Make the environment for Django's Jinja2 engine."""
    options |= {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    options["extensions"] = [*options.get("extensions", []), "jinja2.ext.i18n"]
    env = Environment(**options)  # noqa: S701 - autoescape is set just above
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.filters.update(FILTERS)
    env.globals.update(static=static, url=url, lang=lang, home=home, get_messages=get_messages, ui=Parts(env))
    return env


def url(name: str, *args: object, query: str = "", **kwargs: object) -> str:
    """Give the address of a named page, in the language of this page."""
    address = reverse(name, args=args, kwargs=kwargs) if args or kwargs else _fixed(name, lang())
    return f"{address}?{query}" if query else address


@cache
def _fixed(name: str, _language: str) -> str:
    """Keep the addresses without parts: a frame asks for some thirty of them, in one of two languages."""
    return reverse(name)


def lang() -> str:
    """Give the language of this page: "vi" or "en"."""
    return "en" if (translation.get_language() or "vi").startswith("en") else "vi"


def home() -> str:
    """Give the portal's first page in the language of this page."""
    return "/en/" if lang() == "en" else "/"
