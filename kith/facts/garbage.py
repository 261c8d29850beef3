"""How often Python looks for objects that nothing needs any more, while expressions are built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OFTEN = 200_000  # objects made between two looks; 700 as Python comes


@contextmanager
def few_looks_for_garbage() -> Iterator[None]:
    """Expressions are some hundred thousand small objects, nearly all of them needed to the end: to
    look through them for garbage as often as usual takes a quarter of a small refresh."""
    before = gc.get_threshold()
    gc.set_threshold(max(OFTEN, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
