"""Templates about a pause that money or a decision makes, and its end."""

from motcua.kernel.words import mark
from motcua.messages.rules.letters import en as _en
from motcua.messages.rules.letters import vi as _vi
from motcua.messages.rules.texts import Template

_GOES_ON_VI = "Hạn trả kết quả tính lại: {due}. Ông/bà không phải làm gì thêm."
_GOES_ON_EN = "The result is now due on {due}. You need not do anything."

PAUSING: dict[str, Template] = {
    "payment_asked": Template(
        vi=_vi(
            "Hồ sơ {code} cần nộp {amount}, hạn hết {due}. Xem nơi nộp ở trang tra cứu.",
            "Cần nộp tiền cho hồ sơ",
            "Hồ sơ của ông/bà cần nộp {amount}, chậm nhất đến hết {due}. Trang hồ sơ ghi rõ nộp khoản gì, theo quy "
            "định nào, nộp ở đâu. Thời hạn giải quyết tạm dừng cho đến khi cơ quan xác nhận đã nộp. Nộp xong xin "
            "giữ biên lai. Cơ quan không gửi đường dẫn chuyển tiền qua tin nhắn. {call}",
        ),
        en=_en(
            "Dossier {code}: {amount} to pay by {due}. See where on the tracking page.",
            "A payment is needed",
            "Your dossier needs a payment of {amount} by the end of {due}. Its page says what for, on what legal "
            "basis and where to pay. The time limit stands still until the agency has confirmed the payment. Please "
            "keep the receipt. The agency never sends a link for paying by message. {call}",
        ),
        what=mark("Yêu cầu nộp tiền"),
    ),
    "payment_confirmed": Template(
        vi=_vi(
            "Đã xác nhận {amount} nộp cho hồ sơ {code}. Hẹn trả {due}.",
            "Đã xác nhận nộp tiền",
            "Cơ quan đã xác nhận {amount} ông/bà nộp cho hồ sơ. " + _GOES_ON_VI,
        ),
        en=_en(
            "{amount} paid for dossier {code} confirmed. Due {due}.",
            "Payment confirmed",
            "The agency has confirmed your payment of {amount}. " + _GOES_ON_EN,
        ),
        what=mark("Xác nhận đã nộp tiền"),
    ),
    "payment_confirmed_no_date": Template(
        vi=_vi(
            "Đã xác nhận {amount} nộp cho hồ sơ {code}. Xem tiếp ở trang tra cứu hồ sơ.",
            "Đã xác nhận nộp tiền",
            "Cơ quan đã xác nhận {amount} ông/bà nộp cho hồ sơ. Trang hồ sơ cho biết bước tiếp theo.",
        ),
        en=_en(
            "{amount} paid for dossier {code} confirmed. See the tracking page.",
            "Payment confirmed",
            "The agency has confirmed your payment of {amount}. The dossier's page tells what comes next.",
        ),
        what=mark("Xác nhận đã nộp tiền"),
    ),
    "payment_cancelled": Template(
        vi=_vi(
            "Hồ sơ {code} không phải nộp tiền nữa. Hẹn trả {due}.",
            "Không phải nộp tiền nữa",
            "Cơ quan đã rút yêu cầu nộp tiền, lý do ghi ở trang hồ sơ. Nếu đã nộp, xin mang biên lai đến nơi tiếp "
            "nhận để được hoàn trả. Hạn trả kết quả tính lại: {due}.",
        ),
        en=_en(
            "Dossier {code}: no payment is needed any more. Due {due}.",
            "No payment is needed any more",
            "The agency took its demand back; its page tells the reason. If you have paid, please bring the receipt "
            "to the receiving place to be paid back. The result is now due on {due}.",
        ),
        what=mark("Báo không phải nộp tiền nữa"),
    ),
    "payment_cancelled_no_date": Template(
        vi=_vi(
            "Hồ sơ {code} không phải nộp tiền nữa. Xem lý do tại trang tra cứu hồ sơ.",
            "Không phải nộp tiền nữa",
            "Cơ quan đã rút yêu cầu nộp tiền, lý do ghi ở trang hồ sơ. Nếu đã nộp, xin mang biên lai đến nơi tiếp "
            "nhận để được hoàn trả.",
        ),
        en=_en(
            "Dossier {code}: no payment is needed any more. See the tracking page.",
            "No payment is needed any more",
            "The agency took its demand back; its page tells the reason. If you have paid, please bring the receipt "
            "to the receiving place to be paid back.",
        ),
        what=mark("Báo không phải nộp tiền nữa"),
    ),
    "payment_owed_back": Template(
        vi=_vi(
            "Tiền nộp muộn cho hồ sơ {code} ({amount}) sẽ được hoàn trả. {call}",
            "Tiền phải hoàn trả",
            "Cơ quan ghi nhận {amount} đã nộp sau khi yêu cầu nộp tiền không còn. Khoản này phải được hoàn trả cho "
            "người nộp. Xin giữ biên lai và hỏi nơi tiếp nhận. {call}",
        ),
        en=_en(
            "{amount} paid late for dossier {code} will be paid back. {call}",
            "Money to be paid back",
            "The agency has noted {amount} that came after its demand had ended. It has to be paid back to who paid "
            "it. Please keep the receipt and ask the receiving place. {call}",
        ),
        what=mark("Báo tiền phải hoàn trả"),
    ),
    "dossier_suspended": Template(
        vi=_vi(
            "Hồ sơ {code} tạm dừng theo quyết định. Xem lý do ở trang tra cứu hồ sơ.",
            "Tạm dừng giải quyết hồ sơ",
            "Việc giải quyết hồ sơ của ông/bà tạm dừng theo Quyết định số {number}. Thời gian tạm dừng không tính "
            "vào thời hạn. Trang hồ sơ ghi lý do và người quyết định. Cơ quan sẽ báo khi tiếp tục; ông/bà chưa phải "
            "làm gì.",
        ),
        en=_en(
            "Dossier {code} is suspended by a decision. See the reason on the tracking page.",
            "Handling is suspended",
            "Handling of your dossier is suspended by decision {number}. The time of the suspension is not counted. "
            "The dossier's page tells the reason and who decided. You will be told when it goes on; you need not do "
            "anything.",
        ),
        what=mark("Báo tạm dừng giải quyết hồ sơ"),
    ),
    "dossier_resumed": Template(
        vi=_vi(
            "Hồ sơ {code} được giải quyết tiếp. Hẹn trả {due}.",
            "Tiếp tục giải quyết hồ sơ",
            "Hồ sơ của ông/bà được giải quyết tiếp, lý do ghi ở trang hồ sơ. " + _GOES_ON_VI,
        ),
        en=_en(
            "Handling of dossier {code} goes on. Due {due}.",
            "Handling goes on",
            "Handling of your dossier goes on; its page tells why. " + _GOES_ON_EN,
        ),
        what=mark("Báo tiếp tục giải quyết hồ sơ"),
    ),
    "dossier_resumed_no_date": Template(
        vi=_vi(
            "Hồ sơ {code} không còn tạm dừng. Xem bước tiếp theo ở trang tra cứu hồ sơ.",
            "Tiếp tục giải quyết hồ sơ",
            "Việc giải quyết hồ sơ của ông/bà không còn tạm dừng. Trang hồ sơ cho biết lý do và bước tiếp theo.",
        ),
        en=_en(
            "Dossier {code} is no longer suspended. See what comes next on the tracking page.",
            "Handling goes on",
            "Your dossier is no longer suspended. Its page tells why and what comes next.",
        ),
        what=mark("Báo tiếp tục giải quyết hồ sơ"),
    ),
}
