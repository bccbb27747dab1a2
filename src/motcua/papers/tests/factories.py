"""Small real files, made on the spot."""

import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base
from pillow_heif import register_heif_opener

from motcua.kernel.actors import Actor

register_heif_opener(thumbnails=False)

AN = Actor(kind="citizen", id="an", via="portal")
PLACE = "Thon Bi Mat"


def photo(form="JPEG", size=(400, 300), *, located=False, orientation=1, **more):
    """A photo: the left half red, the right half blue; `located` gives it a place, a camera and remarks."""
    image = Image.new("RGB", size, "blue")
    ImageDraw.Draw(image).rectangle([0, 0, size[0] // 2 - 1, size[1]], fill="red")
    exif = Image.Exif()
    if located:
        exif[Base.Make] = PLACE
        exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (18.0, 40.0, 12.34)})
    if orientation != 1:
        exif[Base.Orientation] = orientation
    if len(exif):
        more["exif"] = exif.tobytes()
    target = io.BytesIO()
    image.save(target, form, **more)
    return target.getvalue()


def pdf(pages=1, *, change=None, **more):
    """A PDF of blank pages; `change` may add to it before it is saved."""
    made = Pdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(200, 300))
    if change:
        change(made)
    target = io.BytesIO()
    made.save(target, **more)
    return target.getvalue()


def locked_pdf():
    """A PDF that wants a password."""
    return pdf(encryption=pikepdf.Encryption(owner="chu", user="khach"))


def swollen_pdf(filters=b"/FlateDecode", size=100 * 1024 * 1024):
    """A PDF of a few kilobytes whose object stream unfolds to a hundred megabytes."""
    first, second = b"<</Type/Catalog/Pages 2 0 R>>".ljust(40), b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    packed = zlib.compressobj(9)
    head = b"1 0 2 40 "
    body = packed.compress(head + first + second) + packed.compress(b" " * size) + packed.flush()
    out, places = b"%PDF-1.7\n", {}
    places[4] = len(out)
    out += b"4 0 obj<</Type/ObjStm/N 2/First %d/Filter%s/Length %d>>stream\n" % (
        len(head),
        filters,
        len(body),
    )
    out += body + b"\nendstream endobj\n"
    places[3] = len(out)
    out += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    places[5] = len(out)
    rows = [(0, 0, 255), (2, 4, 0), (2, 4, 1), (1, places[3], 0), (1, places[4], 0), (1, places[5], 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4) + index.to_bytes(2) for kind, place, index in rows)
    out += b"5 0 obj<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Length %d>>stream\n" % len(table)
    return out + table + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % places[5]


def lively(made):
    """Give a PDF what no paper needs: scripts, actions, an enclosed file, a name in its metadata."""
    script = Dictionary(S=Name.JavaScript, JS="app.alert('xin chao')")
    made.Root.OpenAction = made.make_indirect(script)
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", script])))
    made.attachments["thu.txt"] = b"dinh kem"
    made.pages[0].obj.AA = Dictionary(O=script)
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=script)
    made.pages[0].obj.Annots = Array([made.make_indirect(link)])
    made.docinfo["/Author"] = PLACE
    picture = pikepdf.Stream(made, photo(located=True))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 400, 300
    picture.ColorSpace, picture.BitsPerComponent, picture.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im0=made.make_indirect(picture)))
    made.pages[0].obj.Contents = made.make_stream(b"q 200 0 0 300 0 0 cm /Im0 Do Q")
