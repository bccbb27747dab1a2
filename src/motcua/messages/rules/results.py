"""Templates about the result of a dossier: issued, waiting for its owner, taken back."""

from motcua.kernel.words import mark
from motcua.messages.rules.letters import en as _en
from motcua.messages.rules.letters import vi as _vi
from motcua.messages.rules.texts import Template

RESULTS: dict[str, Template] = {
    "result_issued": Template(
        vi=_vi(
            "Hồ sơ {code} đã có kết quả. Xem và tải về tại trang tra cứu hồ sơ.",
            "Đã có kết quả",
            "Hồ sơ của ông/bà đã có kết quả, số {number}.\nÔng/bà có thể xem và tải về ở trang hồ sơ.",
        ),
        en=_en(
            "Dossier {code} has its result. See and download it on the tracking page.",
            "The result is ready",
            "Your dossier has its result, number {number}.\nSee and download it on the dossier's page.",
        ),
        what=mark("Báo đã có kết quả"),
    ),
    "result_uncollected": Template(
        vi=_vi(
            "Kết quả hồ sơ {code} chờ ông/bà ở một cửa từ {since}. {call}",
            "Kết quả đang chờ ông/bà đến nhận",
            "Kết quả hồ sơ của ông/bà đã có từ {since} và vẫn được giữ ở nơi tiếp nhận. Khi đến nhận, xin mang giấy "
            "tiếp nhận hồ sơ hoặc giấy tờ tùy thân; người nhận thay mang giấy ủy quyền và giấy tờ tùy thân. "
            "Nếu không đến được, ông/bà có thể đề nghị gửi qua bưu chính. {call}",
        ),
        en=_en(
            "The result of dossier {code} waits for you since {since}. {call}",
            "Your result waits for you",
            "The result of your dossier is ready since {since} and is kept at the receiving place. Please bring the "
            "receipt or an identity card; whoever comes for you, an authorisation and an identity card. "
            "If you cannot come, you can ask for it to be sent by post. {call}",
        ),
        what=mark("Nhắc nhận kết quả"),
    ),
    "result_uncollected_online": Template(
        vi=_vi(
            "Kết quả hồ sơ {code} có từ {since}, ông/bà chưa tải về. Xem tại trang tra cứu hồ sơ.",
            "Kết quả đang chờ ông/bà tải về",
            "Kết quả hồ sơ của ông/bà đã có từ {since} và chưa được tải về. Ông/bà có thể xem và tải về ở trang hồ sơ.",
        ),
        en=_en(
            "The result of dossier {code}, ready since {since}, was not downloaded. See its page.",
            "Your result waits to be downloaded",
            "The result of your dossier is ready since {since} and was not downloaded yet. "
            "See and download it on the dossier's page.",
        ),
        what=mark("Nhắc nhận kết quả"),
    ),
    "dossier_reopened": Template(
        vi=_vi(
            "Kết quả hồ sơ {code} được thu hồi để sửa sai sót. Xem lý do tại trang tra cứu hồ sơ.",
            "Thu hồi kết quả để sửa sai sót",
            "Cơ quan đã thu hồi kết quả hồ sơ của ông/bà để sửa sai sót. Lý do được ghi ở trang hồ sơ.",
        ),
        en=_en(
            "The result of dossier {code} was taken back to correct an error. See the tracking page.",
            "Result taken back",
            "The agency has taken the result of your dossier back to correct an error. Its page tells the reason.",
        ),
        what=mark("Báo thu hồi kết quả"),
    ),
    "dossier_moved": Template(
        vi=_vi(
            "Hồ sơ {code} nay do {agency} giải quyết. Mã hồ sơ và ngày hẹn không đổi.",
            "Cơ quan giải quyết hồ sơ thay đổi",
            "Do sắp xếp đơn vị hành chính ({law}), hồ sơ của ông/bà nay do {agency} tiếp tục giải quyết. Mã hồ sơ, mã "
            "bí mật, ngày hẹn và giấy tờ đã nộp không thay đổi. Ông/bà không phải làm gì thêm. Nơi liên hệ mới có ở "
            "trang hồ sơ.",
        ),
        en=_en(
            "Dossier {code} is now handled by {agency}. Its code and date stay the same.",
            "Another agency handles your dossier",
            "As units were reorganised ({law}), your dossier is now handled by {agency}. Its code, its secret, the "
            "promised day and the papers you gave stay the same. You need not do anything. Whom to ask now is told on "
            "the dossier's page.",
        ),
        what=mark("Báo đổi cơ quan giải quyết"),
    ),
}
