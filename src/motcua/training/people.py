"""Invented people: common Vietnamese names, numbers that pass the form check and belong to nobody we know."""

from datetime import date, timedelta
from random import Random

from motcua.accounts.operations.parties import Person


def _spread(words: str) -> tuple[str, ...]:
    """Write `Nguyễn*38 Trần*11` as a list in which each name stands as often as it is common."""
    pairs = (word.partition("*") for word in words.split())
    return tuple(name.replace("_", " ") for name, _, times in pairs for _ in range(int(times or 1)))


FAMILIES = _spread(
    "Nguyễn*34 Trần*11 Lê*9 Phạm*7 Hoàng*6 Phan*5 Hồ*5 Võ*5 Đặng*4 Bùi*3 Cao*3 Thái*2 Ngô*2 Đinh*2 Trương*2 "
    "Lương*2 Vi*2 Lô*2 Kha Moong Lữ Chu Tạ Dương Hà"
)
MIDDLES = (
    _spread("Văn*12 Đình*5 Xuân*4 Quốc*3 Hữu*3 Đức*3 Minh*3 Công*2 Sỹ*2 Trọng*2 Anh*2 Bá*2 Duy Viết Thanh"),
    _spread("Thị*18 Thị_Thu*3 Thị_Thanh*3 Thị_Hồng*3 Thị_Ngọc*2 Khánh*2 Thùy*2 Hoài*2 Thị_Mỹ Bảo Quỳnh Minh"),
)
GIVENS = (
    _spread(
        "Hùng*3 Dũng*3 Tuấn*3 Nam*3 Sơn*3 Hải*2 Thắng*2 Cường*2 Long*2 Quân*2 Trung*2 Thành*2 Hiếu*2 Vinh*2 "
        "Lâm Phúc An Bình Khang Đạt Tùng Việt Hoàng Khôi Tài Chiến Hưng Thịnh"
    ),
    _spread(
        "Hương*3 Lan*3 Hoa*3 Hằng*3 Thảo*3 Linh*3 Trang*3 Nga*2 Hà*2 Mai*2 Yến*2 Hiền*2 Thủy*2 Nhung*2 "
        "Ngọc*2 Dung Vân Loan Hạnh Oanh Phương Quỳnh Anh Chi Lý Tâm Liên Thương"
    ),
)
PLACES = ("040",) * 18 + ("042", "038", "001", "079")
MOBILES = ("096", "097", "098", "091", "094", "086", "088", "090", "093", "089")
FIRST_BIRTH, BIRTH_DAYS = date(1948, 1, 1), 21_000


def person(rng: Random) -> Person:
    """Invent one adult."""
    sex = int(rng.random() < 0.5)
    name = f"{_one(rng, FAMILIES)} {_one(rng, MIDDLES[sex])} {_one(rng, GIVENS[sex])}"
    born = FIRST_BIRTH + timedelta(days=int(rng.random() * BIRTH_DAYS))
    century = sex + (2 if born.year >= 2000 else 0)
    number = f"{_one(rng, PLACES)}{century}{born.year % 100:02d}{int(rng.random() * 1_000_000):06d}"
    phone = f"+84{_one(rng, MOBILES)[1:]}{int(rng.random() * 10_000_000):07d}"
    return Person(name=name, number=number, number_kind="cccd", phone=phone, born=born)


def _one(rng: Random, words: tuple[str, ...]) -> str:
    return words[int(rng.random() * len(words))]
