"""Running a library's asynchronous function from plain code, also where a loop runs already."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def waited(made: Coroutine[Any, Any, T]) -> T:
    """Wait for a coroutine."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(made)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, made).result()
