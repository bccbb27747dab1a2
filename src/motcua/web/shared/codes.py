"""Codes that machines read, as SVG: the QR of an address, the barcode of a dossier's code."""

import re
from io import BytesIO

import segno
import zxingcpp

_PATH = re.compile(r'<path d="([^"]+)"')
_SIZE = re.compile(r'<svg width="(\d+)" height="(\d+)"')
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def qr(address: str) -> str:
    """Draw the QR code of an address, for a page."""
    return str(segno.make(address, error="m").svg_inline(border=2, omitsize=True))


def barcode(text: str) -> str:
    """Draw a text of ASCII as Code 128 with its quiet zones, for a page: it scales to the width of its place."""
    width, height, bars = _bars(text)
    box = f'viewBox="0 0 {width} {height}" preserveAspectRatio="none"'
    return (
        f'<svg class="barcode" {box} role="img" aria-label="{text}" shape-rendering="crispEdges">'
        f'<path d="{bars}"/></svg>'
    )


def qr_picture(address: str) -> str:
    """Draw the QR code of an address, for a PDF."""
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()


def barcode_picture(text: str) -> str:
    """Draw a text of ASCII as Code 128 with its quiet zones, for a PDF."""
    width, height, bars = _bars(text)
    return f'<svg {_NAMESPACE} viewBox="0 0 {width} {height}"><path d="{bars}"/></svg>'


def _bars(text: str) -> tuple[str, str, str]:
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    drawn = zxingcpp.write_barcode_to_svg(made, add_quiet_zones=True)
    size, path = _SIZE.search(drawn), _PATH.search(drawn)
    if size is None or path is None:
        raise ValueError("the barcode was not drawn")
    return size[1], size[2], path[1]
