"""Stacks as scanners make them: pictures of pages, some with a barcode, in one PDF or one by one."""

import io
import random

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

A4 = (1240, 1754)


def page(text="Giấy tờ", *, seed=0):
    """A page of writing, a little askew and noisy as paper is."""
    image = Image.new("RGB", A4, "#f6f5f1")
    draw = ImageDraw.Draw(image)
    for row in range(20):
        draw.text((120, 200 + row * 60), f"{text} {row}", fill="#222222")
    return _scanned(image, seed)


def sheet(text, *, seed=0):
    """A separator sheet with a barcode, scanned."""
    image = Image.new("RGB", A4, "white")
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    bars = zxingcpp.write_barcode_to_image(made, scale=3)
    bars = Image.fromarray(bars).convert("L").resize((980, 260), Image.Resampling.NEAREST)
    image.paste(bars, (130, 300))
    return _scanned(image, seed)


def pdf_of(*pages):
    """One PDF of pictures, as a scanner sends it."""
    target = io.BytesIO()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=150, quality=70)
    return target.getvalue()


def jpeg(image):
    """A page as a photo."""
    target = io.BytesIO()
    image.save(target, "JPEG", quality=75)
    return target.getvalue()


def _scanned(image, seed):
    turned = image.rotate(random.Random(seed).uniform(-2, 2), expand=False, fillcolor="white")
    return turned.filter(ImageFilter.GaussianBlur(0.8))
