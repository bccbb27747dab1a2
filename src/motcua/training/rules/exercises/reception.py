"""Ten exercises for who receives: the counter, the post, online, lists, days without a line, the evening."""

from motcua.training.rules.exercises.shape import Exercise, Want

RECEPTION = (
    Exercise(
        "quay",
        "Nhận hồ sơ của người đến quầy",
        5,
        "{name} mang tờ khai đến đăng ký khai sinh cho con. Người này không có điện thoại.",
        (
            "Bấm **Tiếp nhận** ở đầu trang (phím n).",
            "Ô số định danh: gõ {number}. Họ và tên: gõ {name}. Nơi ở: gõ {address}. Để trống điện thoại.",
            "Ô **Thủ tục**: gõ dkks, chọn **Đăng ký khai sinh**.",
            "Trong bảng giấy tờ, dòng tờ khai (bắt buộc): ghi 1 ở cột **Chính**.",
            "Mục **Vì sao phải đến? Bấm một số**: chọn **Không có điện thoại**.",
            "Bấm **Tiếp nhận và in giấy hẹn**. Xem giấy hẹn: có mã, ngày hẹn, danh mục giấy tờ.",
        ),
        (
            Want(
                "dossiers.DossierTakenIn",
                "Chưa có hồ sơ khai sinh mang đúng họ tên này, với một tờ khai, được nhận tại quầy.",
                "agency",
                facts={"channel": "direct", "procedure": "1.001193", "papers": 1},
                owned=True,
            ),
            Want(
                "counter.VisitNoted",
                "Chưa ghi lý do phải đến là “Không có điện thoại”.",
                "agency",
                facts={"outcome": "received", "reason": "no_phone"},
            ),
        ),
        "person",
        page="counter",
    ),
    Exercise(
        "buu-chinh",
        "Nhận hồ sơ gửi qua bưu chính",
        4,
        "Bưu tá giao phong bì của {name}: một tờ khai đăng ký khai sinh, bản chính.",
        (
            "Bấm **Tiếp nhận**. Ở đầu trang, mục **Hồ sơ đến**: chọn **Qua bưu chính**.",
            "Gõ số định danh {number}, họ và tên {name}, nơi ở {address}.",
            "Chọn thủ tục **Đăng ký khai sinh**; tờ khai: 1 bản chính.",
            "Mục **Nhận kết quả**: chọn **Qua bưu chính**.",
            "Bấm **Tiếp nhận và in giấy hẹn**.",
        ),
        (
            Want(
                "dossiers.DossierTakenIn",
                "Chưa có hồ sơ mang đúng họ tên này, với một tờ khai, được nhận qua bưu chính.",
                "agency",
                facts={"channel": "post", "papers": 1},
                owned=True,
            ),
        ),
        "person",
        page="counter",
    ),
    Exercise(
        "thieu-giay-to",
        "Hướng dẫn người chưa đủ giấy tờ",
        3,
        "{name} muốn đăng ký khai sinh cho con nhưng chưa ký tờ khai.",
        (
            "Bấm **Tiếp nhận**, gõ họ và tên {name}, chọn thủ tục **Đăng ký khai sinh**.",
            "Không ghi giấy tờ nào. Mở mục **Chưa đủ giấy tờ** ở cột bên phải.",
            "Ô **Còn thiếu hoặc sai ở đâu**: ghi “Tờ khai chưa ký, xin ký rồi mang lại.”",
            "Bấm **In phiếu hướng dẫn bổ sung**. Phiếu ghi đủ mọi điều trong một lần.",
        ),
        (
            Want(
                "counter.VisitNoted",
                "Chưa in phiếu hướng dẫn nào từ lúc bắt đầu bài này.",
                "agency",
                facts={"outcome": "guided"},
            ),
        ),
        "person",
        page="counter",
    ),
    Exercise(
        "truc-tuyen",
        "Tiếp nhận hồ sơ trực tuyến",
        3,
        "Hồ sơ {code} vừa được nộp trên cổng. Giấy tờ đủ và đúng.",
        (
            "Trên **Bàn làm việc**, mở danh sách **Hồ sơ trực tuyến mới**.",
            "Mở hồ sơ {code}. Xem từng giấy tờ ở giữa trang.",
            "Bên phải, bấm **Tiếp nhận**. Hệ thống tính ngày hẹn và báo cho công dân.",
        ),
        (Want("dossiers.DossierReceived", "Hồ sơ {code} chưa được ông/bà tiếp nhận."),),
        "online",
    ),
    Exercise(
        "bo-sung",
        "Yêu cầu bổ sung, đủ trong một lần",
        4,
        "Hồ sơ {code} có ảnh giấy tờ bị mờ, không đọc được.",
        (
            "Mở hồ sơ {code} (gõ mã vào ô tìm ở đầu trang).",
            "Bên phải, mở **Yêu cầu bổ sung**.",
            "Đánh dấu giấy tờ đầu tiên, ghi “Ảnh mờ, không đọc được số giấy. Xin chụp lại cho rõ.”",
            "Bấm **Gửi yêu cầu bổ sung**. Thời hạn tạm dừng cho đến khi công dân trả lời.",
        ),
        (Want("dossiers.SupplementAsked", "Hồ sơ {code} chưa có yêu cầu bổ sung nào của ông/bà."),),
        "online",
    ),
    Exercise(
        "tu-choi",
        "Từ chối tiếp nhận, nêu rõ lý do",
        3,
        "Hồ sơ {code} nộp nhầm nơi: thủ tục này do xã nơi thường trú giải quyết.",
        (
            "Mở hồ sơ {code}.",
            "Bên phải, mở **Từ chối tiếp nhận**.",
            "Ghi lý do: “Thủ tục này do Ủy ban nhân dân xã nơi thường trú giải quyết; xin nộp tại đó.”",
            "Bấm **Từ chối tiếp nhận**. Công dân đọc đúng những lời này.",
        ),
        (Want("dossiers.DossierRefused", "Hồ sơ {code} chưa bị từ chối tiếp nhận."),),
        "online",
    ),
    Exercise(
        "ban-giao",
        "Bàn giao hồ sơ giấy bằng bảng kê",
        4,
        "Hai hồ sơ giấy {codes} nhận sáng nay cần giao cho bộ phận chuyên môn.",
        (
            "Mở **Sổ sách**, chọn **Bàn giao**.",
            "Đánh dấu hai hồ sơ {codes} (hoặc quét mã vạch trên giấy hẹn).",
            "Bấm **Lập bảng kê và giao**. Bảng kê có số, in được để hai bên ký.",
        ),
        (Want("custody.HandoverMade", "Chưa có bảng kê nào của ông/bà chứa hồ sơ {codes}."),),
        "paper",
        2,
        "papers",
    ),
    Exercise(
        "tra-ket-qua",
        "Trả kết quả tại quầy",
        3,
        "Chủ hồ sơ {code} cầm giấy hẹn đến nhận kết quả.",
        (
            "Quét mã trên giấy hẹn, hoặc gõ {code} vào ô tìm.",
            "Xem giấy tờ tùy thân của người nhận.",
            "Bên phải, chọn **Ai đến nhận?** và **Đã xem giấy tờ nào?**, rồi bấm **Đã trả kết quả tại quầy**.",
        ),
        (Want("dossiers.ResultReturned", "Hồ sơ {code} chưa được ghi là đã trả kết quả."),),
        "result_here",
    ),
    Exercise(
        "mat-ket-noi",
        "Ngày mất mạng: sổ giấy hẹn và nhập sau",
        8,
        "Hôm nay mất mạng từ {began} đến {ended}. Lúc {written}, {name} nộp tờ khai khai sinh, giấy hẹn viết tay.",
        (
            "Mở **Sổ sách**, chọn **Khi mất kết nối**, mở **Ghi một sự cố**.",
            "Chọn **Mất mạng**, bắt đầu lúc {began}, **Đã hết** lúc {ended}, viết tay 1 giấy hẹn. "
            "Bấm **Ghi sự cố**.",
            "Ở bảng **Sổ giấy hẹn dự phòng**, mở sổ trên cùng. Chọn tờ chưa dùng đầu tiên, "
            "bấm **Nhập hồ sơ của tờ này**.",
            "Gõ họ và tên {name}, nơi ở {address}, thủ tục **Đăng ký khai sinh**, tờ khai 1 bản chính.",
            "Ô **Tiếp nhận lúc, như trên giấy**: hôm nay, {written}. Bấm **Nhập hồ sơ của tờ này**.",
        ),
        (
            Want("counter.OutageLogged", "Chưa ghi sự cố mất mạng.", "agency"),
            Want("counter.LeafEntered", "Chưa nhập hồ sơ của tờ viết tay.", "agency"),
        ),
        "book",
        page="offline",
    ),
    Exercise(
        "cuoi-ngay",
        "Cuối ngày: mọi giấy tờ đều có nơi",
        4,
        "Hết giờ làm việc, hồ sơ {code} còn ở một cửa. Mọi giấy tờ phải được giao, được trả, hoặc có lý do để lại.",
        (
            "Mở **Sổ sách**, chọn **Cuối ngày**.",
            "Xem danh sách **Còn phải xử lý**. Với mỗi dòng: bàn giao, "
            "hoặc ghi vì sao để lại (“Sáng mai giao, chuyên viên đi họp.”).",
            "Bấm **Khóa ngày**.",
        ),
        (Want("custody.DayClosed", "Ngày hôm nay chưa được khóa.", "agency"),),
        "paper",
        1,
        "evening",
    ),
)
