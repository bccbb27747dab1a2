"""The hamlet in an address: bản, xóm, thôn, khối …, as people write it first."""

import re

from motcua.kernel.text import fold, nfc

_HAMLET = re.compile(r"^(ban|xom|thon|lang|khoi|to dan pho|tdp|khu pho|khu|to|tieu khu|bon|buon)\s+\S")


def hamlet_of(address: str) -> str:
    """Give the hamlet of an address in one line ("Xóm 3, Xã Thiên Nhẫn"); empty when none is named."""
    for part in nfc(address).split(","):
        name = " ".join(part.split())
        folded = fold(name)
        if _HAMLET.match(folded):
            return name[0].upper() + name[1:]
    return ""
