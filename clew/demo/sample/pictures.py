"""Small pictures for the sample, drawn when they are needed: no photographs in the package."""

import io
from collections.abc import Callable, Mapping

from PIL import Image, ImageDraw

SIZE = (640, 480)
QUALITY = 82


def picture(name: str) -> bytes:
    """Return the JPEG of a picture by its name.

    Raises:
        KeyError: There is none such.
    """
    ground, paint = PICTURES[name]
    image = Image.new("RGB", SIZE, ground)
    canvas = ImageDraw.Draw(image)
    # A table to stand on, and light from above.
    for row in range(0, 330, 6):
        shade = tuple(min(255, part + (330 - row) // 12) for part in ground)
        canvas.rectangle((0, row, SIZE[0], row + 6), fill=shade)
    canvas.rectangle((0, 340, *SIZE), fill=(150, 112, 78))
    canvas.rectangle((0, 340, SIZE[0], 346), fill=(118, 86, 58))
    paint(canvas)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()


def _cup(canvas: ImageDraw.ImageDraw) -> None:
    canvas.ellipse((190, 330, 450, 390), fill=(108, 78, 52))
    canvas.rounded_rectangle((220, 180, 420, 370), 36, fill=(236, 232, 222))
    canvas.ellipse((220, 160, 420, 208), fill=(214, 208, 196))
    canvas.ellipse((236, 168, 404, 200), fill=(86, 62, 44))
    canvas.line((300, 176, 286, 226, 318, 262, 300, 318, 322, 366), fill=(96, 78, 62), width=5)
    canvas.polygon(((450, 372), (500, 350), (524, 380), (470, 392)), fill=(228, 224, 214))
    canvas.polygon(((150, 380), (186, 360), (196, 388)), fill=(236, 232, 222))


def _parcel(canvas: ImageDraw.ImageDraw) -> None:
    canvas.polygon(((170, 220), (420, 190), (500, 240), (240, 275)), fill=(205, 164, 112))
    canvas.polygon(((240, 275), (500, 240), (490, 400), (250, 430)), fill=(184, 142, 92))
    canvas.polygon(((170, 220), (240, 275), (250, 430), (180, 372)), fill=(160, 120, 74))
    canvas.polygon(((290, 205), (330, 200), (395, 254), (352, 260)), fill=(226, 206, 160))
    canvas.polygon(((300, 320), (420, 306), (416, 366), (302, 382)), fill=(244, 244, 240))
    for row in range(4):
        canvas.line((312, 334 + 10 * row, 404, 322 + 10 * row), fill=(70, 70, 70), width=2)


def _coat(canvas: ImageDraw.ImageDraw) -> None:
    canvas.line((320, 60, 320, 100), fill=(90, 90, 90), width=5)
    canvas.polygon(((320, 96), (210, 150), (430, 150)), fill=(120, 90, 60))
    canvas.polygon(((230, 140), (410, 140), (460, 430), (180, 430)), fill=(36, 78, 96))
    canvas.polygon(((230, 140), (150, 330), (196, 346), (250, 230)), fill=(30, 66, 82))
    canvas.polygon(((410, 140), (490, 330), (444, 346), (390, 230)), fill=(30, 66, 82))
    canvas.line((320, 150, 320, 430), fill=(22, 48, 60), width=4)
    for row in range(4):
        canvas.ellipse((330, 190 + 56 * row, 344, 204 + 56 * row), fill=(220, 200, 150))


def _label(canvas: ImageDraw.ImageDraw) -> None:
    canvas.rectangle((120, 60, 520, 430), fill=(250, 250, 247))
    canvas.rectangle((120, 60, 520, 120), fill=(11, 102, 100))
    for column, width in enumerate((5, 2, 7, 3, 3, 8, 2, 5, 4, 2, 6, 3, 7, 2, 5, 3, 4, 6, 2, 5)):
        left = 160 + column * 16
        canvas.rectangle((left, 300, left + width, 390), fill=(25, 25, 25))
    for row, length in enumerate((260, 220, 290, 180)):
        top = 150 + 32 * row
        canvas.rectangle((150, top, 150 + length, top + 12), fill=(110, 110, 110))


def _lamp(canvas: ImageDraw.ImageDraw) -> None:
    canvas.ellipse((240, 370, 400, 410), fill=(70, 66, 64))
    canvas.rectangle((312, 210, 328, 390), fill=(90, 84, 80))
    canvas.polygon(((260, 110), (380, 110), (440, 230), (200, 230)), fill=(226, 178, 82))
    canvas.polygon(((200, 230), (440, 230), (470, 260), (170, 260)), fill=(250, 226, 160))


Paint = Callable[[ImageDraw.ImageDraw], None]
PICTURES: Mapping[str, tuple[tuple[int, int, int], Paint]] = {
    "cup": ((176, 190, 196), _cup),
    "parcel": ((196, 188, 172), _parcel),
    "coat": ((208, 204, 198), _coat),
    "label": ((150, 160, 158), _label),
    "lamp": ((112, 104, 118), _lamp),
}
