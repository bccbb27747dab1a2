"""How a picture lies on a sheet of A4."""

from dataclasses import dataclass

SHORT, LONG = 595.28, 841.89  # A4 in points
MARGIN = 28.35  # one centimetre
MOST_POINTS_A_PIXEL = 0.72  # a small picture is not blown up: at least 100 pixels an inch


@dataclass(frozen=True)
class Sheet:
    """The paper's width and height, and the picture's size and place on it, in points."""

    paper: tuple[float, float]
    width: float
    height: float
    left: float
    bottom: float


def lay(wide: int, high: int) -> Sheet:
    """Lay a picture of so many pixels on a sheet, upright or across, whole and in the middle."""
    paper = (LONG, SHORT) if wide > high else (SHORT, LONG)
    room_wide, room_high = paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN
    scale = min(room_wide / wide, room_high / high, MOST_POINTS_A_PIXEL)
    width, height = wide * scale, high * scale
    return Sheet(paper, width, height, (paper[0] - width) / 2, (paper[1] - height) / 2)
