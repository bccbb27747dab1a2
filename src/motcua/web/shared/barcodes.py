"""Code 128, drawn as SVG to be printed."""

import re

import zxingcpp

_BARS = re.compile(r'<path d="[^"]+"\s*/>')
_SIZE = re.compile(r'<svg width="(\d+)" height="(\d+)"')


def code128(text: str) -> str:
    """Draw a text as a barcode that scales to the width of its place."""
    drawn = zxingcpp.write_barcode_to_svg(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128))
    size, bars = _SIZE.search(drawn), _BARS.search(drawn)
    if size is None or bars is None:
        raise ValueError("the barcode was not drawn")
    box = f'viewBox="0 0 {size[1]} {size[2]}" preserveAspectRatio="none"'
    return f'<svg class="barcode" {box} role="img" aria-label="{text}" shape-rendering="crispEdges">{bars[0]}</svg>'
