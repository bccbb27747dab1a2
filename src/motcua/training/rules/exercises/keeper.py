"""Exercises for who keeps the accounts of an agency: its officers, who answers when, and how it is reached."""

from motcua.training.rules.exercises.head import HEAD
from motcua.training.rules.exercises.shape import Exercise, Want

_SHARED = {one.slug: one for one in HEAD if one.slug in ("them-can-bo", "dat-lai-mat-khau", "lien-he")}

KEEPER = (
    _SHARED["them-can-bo"],
    _SHARED["dat-lai-mat-khau"],
    Exercise(
        "nhan-thay",
        "Giao người làm thay khi có người nghỉ phép",
        5,
        "Công chức tiếp nhận nghỉ phép. Lãnh đạo phân công {name} nhận hồ sơ thay trong một tuần.",
        (
            "Mở **Một cửa**, chọn **Cán bộ**, mở tên {name}.",
            "Mở **Giao thêm nhiệm vụ**, chọn **Tiếp nhận và trả kết quả**.",
            "Ở **Đến hết ngày**, ghi ngày cuối của tuần đó: hết ngày này, nhiệm vụ tự kết thúc.",
            "Bấm **Giao nhiệm vụ**.",
        ),
        (
            Want(
                "accounts.RoleGiven",
                "{name} chưa được giao nhiệm vụ tiếp nhận.",
                "agency",
                facts={"role": "reception"},
            ),
        ),
        "officer",
        page="staff",
    ),
    Exercise(
        "thoi-nhiem-vu",
        "Kết thúc nhiệm vụ của người chuyển công tác",
        4,
        "{name} chuyển công tác, hôm qua là ngày làm việc cuối cùng ở cơ quan.",
        (
            "Mở **Một cửa**, chọn **Cán bộ**, mở tên {name}.",
            "Ở dòng nhiệm vụ của người đó, mở **Ghi ngày cuối** và ghi ngày hôm qua.",
            "Bấm **Kết thúc nhiệm vụ**. Người đó không còn mở được hồ sơ nào của cơ quan.",
        ),
        (Want("accounts.RoleEnded", "Nhiệm vụ của {name} chưa kết thúc.", "agency"),),
        "officer",
        page="staff",
    ),
    _SHARED["lien-he"],
    Exercise(
        "xac-nhan-lien-he",
        "Xác nhận thông tin liên hệ vẫn đúng",
        3,
        "Đã đến kỳ xác nhận thông tin liên hệ (30 ngày một lần). Số điện thoại trực không đổi.",
        (
            "Mở **Một cửa**, chọn **Thông tin liên hệ**. Đọc lại số điện thoại, thư điện tử và giờ làm việc.",
            "Bấm **Thông tin này vẫn đúng**. Nếu chưa có số nào, ghi số trước ở **Sửa thông tin**.",
        ),
        (
            Want(
                "directory.PlaceContactTold",
                "Thông tin liên hệ chưa được xác nhận.",
                "agency",
                facts={"source": "tap"},
            ),
        ),
        page="contacts",
    ),
    Exercise(
        "nguoi-truc",
        "Ghi người trực và người thay",
        4,
        "Người dân cần biết hôm nay ai trực và ai thay khi người trực vắng.",
        (
            "Mở **Một cửa**, chọn **Thông tin liên hệ**, mở **Sửa thông tin**.",
            "Ghi số điện thoại trực nếu còn trống. Chọn **Người trực** và **Người thay**: hai người khác nhau.",
            "Bấm **Ghi thông tin**.",
        ),
        (Want("accounts.DutyNamed", "Chưa ghi người trực.", "agency"),),
        "officer",
        page="contacts",
    ),
    Exercise(
        "nghi-dot-xuat",
        "Báo ngày nghỉ đột xuất",
        4,
        "Ngày mai cúp điện cả ngày, bộ phận một cửa không tiếp dân.",
        (
            "Mở **Một cửa**, chọn **Thông tin liên hệ**, mở **Ngày nghỉ đột xuất**.",
            "Ghi **Từ ngày** và **Đến hết ngày** là ngày mai, lý do “Cúp điện theo lịch của điện lực.”",
            "Bấm **Ghi ngày nghỉ**. Trang của nơi tiếp nhận báo cho người dân ngay.",
        ),
        (Want("directory.PlaceClosed", "Chưa báo ngày nghỉ nào.", "agency"),),
        page="contacts",
    ),
    Exercise(
        "bo-ngay-nghi",
        "Bỏ một ngày nghỉ đã báo",
        3,
        "Điện lực dời lịch: ngày mai bộ phận một cửa vẫn tiếp dân.",
        (
            "Mở **Một cửa**, chọn **Thông tin liên hệ**, mở **Ngày nghỉ đột xuất**.",
            "Ở ngày nghỉ đã báo, bấm **Bỏ ngày nghỉ này**. Nếu chưa có ngày nào, báo một ngày trước rồi bỏ.",
        ),
        (Want("directory.PlaceClosureWithdrawn", "Chưa bỏ ngày nghỉ nào.", "agency"),),
        page="contacts",
    ),
    Exercise(
        "lien-he-can-bo",
        "Ghi liên hệ công vụ của cán bộ",
        4,
        "Tỉnh yêu cầu công khai điện thoại công vụ của cán bộ một cửa.",
        (
            "Mở **Một cửa**, chọn **Thông tin liên hệ**, xuống **Liên hệ công vụ của cán bộ**.",
            "Ở dòng {name}, mở **Sửa**, ghi điện thoại công vụ 0238 3123 457, bấm **Ghi**.",
        ),
        (Want("accounts.WorkContactTold", "Chưa ghi liên hệ công vụ của ai.", "agency"),),
        "officer",
        page="contacts",
    ),
)
