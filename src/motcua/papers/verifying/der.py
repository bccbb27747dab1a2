"""The lengths in DER, checked by hand: the library of ASN.1 overlooks what stands behind a value.

Its own way, writing a value anew and comparing, takes exponential time in nested values.
"""

_DEEPEST = 40


def der_length(content: bytes) -> int | None:
    """Return the length of the DER value at the start, head included; nothing when it is not all there."""
    head = _head(content, 0, len(content))
    return head[1] if head else None


def is_der(content: bytes) -> bool:
    """Tell whether this is one value whose parts fill it exactly, every length written in the shortest way."""
    left = [(0, len(content), 0)]
    single = True
    while left:
        start, end, depth = left.pop()
        while start < end:
            head = _head(content, start, end)
            if head is None or content[start] == 0 or depth > _DEEPEST or (depth == 0 and not single):
                return False
            inner, after = head
            single = single and depth > 0
            if content[start] & 0x20:
                left.append((inner, after, depth + 1))
            start = after
    return bool(content)


def _head(content: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return where the value at the start begins behind its head, and where it ends; tags are one byte here."""
    if start + 2 > end or content[start] & 0x1F == 0x1F:
        return None
    inner, length = start + 2, content[start + 1]
    if length & 0x80:
        count = length & 0x7F
        inner, length = inner + count, int.from_bytes(content[inner : inner + count], "big")
        if count == 0 or count > 4 or length < 0x80 or length < 1 << 8 * (count - 1):
            return None
    return (inner, inner + length) if inner + length <= end else None
