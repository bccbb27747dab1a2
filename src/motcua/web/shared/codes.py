"""Codes that machines read, as SVG for a page: the QR of an address, the barcode of a dossier's code."""

import re

import segno
import zxingcpp

_PATH = re.compile(r'<path d="([^"]+)"')
_SIZE = re.compile(r'<svg width="(\d+)" height="(\d+)"')


def qr(address: str) -> str:
    """Draw the QR code of an address."""
    return str(segno.make(address, error="m").svg_inline(border=2, omitsize=True))


def barcode(text: str) -> str:
    """Draw a text of ASCII as Code 128, with its quiet zones."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    drawn = zxingcpp.write_barcode_to_svg(made, add_quiet_zones=True)
    size, path = _SIZE.search(drawn), _PATH.search(drawn)
    if size is None or path is None:
        raise ValueError("the barcode was not drawn")
    return (
        f'<svg class="barcode" viewBox="0 0 {size[1]} {size[2]}" preserveAspectRatio="none" role="img" '
        f'aria-label="{text}"><path d="{path[1]}"/></svg>'
    )
