"""Which sheets and columns the workbook has. The headings are checked when it comes back."""

from dataclasses import dataclass

GUIDE, PLACES, OFFICERS, LISTS = "Hướng dẫn", "Nơi tiếp nhận", "Cán bộ", "Danh sách"
EXAMPLE = "VÍ DỤ"
HEAD_ROW = 3
COMMON_HOURS = (
    "07:00-11:30 13:30-17:00",
    "07:30-11:30 13:30-17:00",
    "07:00-11:30 13:00-16:30",
    "07:30-12:00 13:30-17:00",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in code, its heading, its width, an example, and whether the system fills it."""

    name: str
    heading: str
    width: int
    example: str = ""
    shown: bool = False


COLUMNS: dict[str, tuple[Column, ...]] = {
    PLACES: (
        Column("place_id", "Mã nơi tiếp nhận", 16, EXAMPLE, shown=True),
        Column("name", "Tên nơi tiếp nhận", 44, "Trung tâm Phục vụ hành chính công xã Mẫu", shown=True),
        Column("phone", "Điện thoại trực", 18, "0238 000 0000"),
        Column("email", "Thư điện tử", 30, "motcua@xamau.example.vn"),
        Column("address", "Địa chỉ", 40, "Xóm 5, xã Mẫu"),
        Column("weekdays", "Giờ làm việc ngày thường", 28, COMMON_HOURS[0]),
        Column("saturday", "Giờ làm việc Thứ Bảy", 22, "07:30-11:00"),
        Column("on_duty", "Người trực", 34, "Nguyễn Văn Mẫu (mau.motcua)"),
        Column("stand_in", "Người thay", 34, "Trần Thị Mẫu (mau.chuyenvien)"),
    ),
    OFFICERS: (
        Column("username", "Tên đăng nhập", 24, EXAMPLE, shown=True),
        Column("name", "Họ và tên", 30, "Nguyễn Văn Mẫu", shown=True),
        Column("agency", "Cơ quan", 40, "Ủy ban nhân dân xã Mẫu", shown=True),
        Column("work_phone", "Điện thoại công vụ", 20, "0900 000 000"),
        Column("work_email", "Thư điện tử công vụ", 34, "mau@xamau.example.vn"),
    ),
}
STEPS = (
    "Tệp này dùng để ghi điện thoại, thư điện tử, giờ làm việc và người trực của nơi tiếp nhận hồ sơ.",
    "1. Mở trang “Nơi tiếp nhận”. Mỗi dòng là một nơi; chỉ sửa các ô nền trắng.",
    "2. Điện thoại trực gồm 10 chữ số, hoặc 11 chữ số với máy cố định có mã vùng. Có thể có dấu cách.",
    "3. Giờ làm việc ghi như 07:00-11:30 13:30-17:00. Để trống nếu làm theo giờ hành chính của tỉnh.",
    "4. Người trực, người thay: chọn trong danh sách của ô. Hai người phải khác nhau.",
    "5. Mở trang “Cán bộ”, ghi điện thoại và thư điện tử công vụ. Các thông tin này được công khai.",
    "6. Lưu tệp, rồi nộp tại trang “Liên hệ” của hệ thống. Hệ thống báo lỗi theo từng ô và cho xem trước các thay đổi.",
    "Dòng “VÍ DỤ” không được đọc. Không đổi tên trang, tiêu đề cột và mã.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: what each cell holds, as text."""

    sheet: str
    row: int
    cells: dict[str, str]

    def at(self, column: str) -> str:
        """Name the cell of a column, as `C7`."""
        names = [one.name for one in COLUMNS[self.sheet]]
        return f"{letter(names.index(column))}{self.row}"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in one cell; without a cell it speaks of the sheet, without a sheet of the whole file."""

    sheet: str
    cell: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CellNote:
    """What was typed in a cell and how it was understood."""

    sheet: str
    cell: str
    typed: str
    understood: str


def letter(index: int) -> str:
    """Name a column by its index from 0; the sheets have fewer than 26."""
    return chr(ord("A") + index)
