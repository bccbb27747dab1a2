"""A province of three communes as files, to be spoiled line by line."""

from motcua.directory.rules.checking import problems_of
from motcua.directory.rules.columns import FILES
from motcua.directory.rules.sheets import Problem, read_sheet

GOOD = {
    "units.csv": [
        "40,province,Tỉnh,Nghệ An,Tỉnh Nghệ An,Nghe An,,,,,2021-01-01,,list,verified",
        "412,district,Thành phố,Vinh,Thành phố Vinh,Vinh,40,18.6,105.6,,2021-01-01,2025-06-30,list,verified",
        "16681,commune,Phường,Quang Trung,Phường Quang Trung,Quang Trung,412,,,,2021-01-01,2025-06-30,list,v",
        "16681,commune,Phường,Thành Vinh,Phường Thành Vinh,Thanh Vinh,40,,,15.54,2025-07-01,,list,verified",
    ],
    "agencies.csv": [
        "UBND,Ủy ban nhân dân tỉnh,PPC,provincial_committee,province,40,,2021-01-01,,,list,verified",
        "UBND-412,Ủy ban nhân dân thành phố Vinh,PC,district_committee,district,412,UBND,"
        "2021-01-01,2025-06-30,,list,verified",
        "UBND21-16681,Ủy ban nhân dân phường Quang Trung,PC,commune_committee,commune,16681,UBND-412,"
        "2021-01-01,2025-06-30,,list,verified",
        "UBND25-16681,Ủy ban nhân dân phường Thành Vinh,PC,commune_committee,commune,16681,UBND,"
        "2025-07-01,,,list,verified",
    ],
    "agency_codes.csv": [
        "UBND,H41,000.00.00.H41,0,2021-01-01,,list,verified",
        "UBND-412,H41.Z01,,1,2021-01-01,,given,temporary",
        "UBND21-16681,H41.Z02,,1,2021-01-01,,given,temporary",
        "UBND25-16681,H41.Z03,,1,2025-07-01,,given,temporary",
    ],
    "successions.csv": [
        "UBND-412,UBND25-16681,2025-07-01,divided,,1678,map,derived",
        "UBND21-16681,UBND25-16681,2025-07-01,merged,,1678,map,verified",
    ],
    "receiving_places.csv": [
        "MC-412,Bộ phận Một cửa,One-stop,one_stop,UBND-412,412,,,,2021-01-01,2025-06-30,law,derived",
    ],
    "place_agencies.csv": ["MC-412,UBND21-16681,2021-01-01,2025-06-30,law,assumed"],
    "calendar.csv": [
        "2026-08-22,,working,Ngày làm bù,,2026-08-31,,list,verified",
        "2026-08-31,,closed,Ngày nghỉ,,2026-08-22,,list,verified",
    ],
    "office_hours.csv": [",07:00-11:30 13:30-17:00,15:00,2021-01-01,,custom,assumed"],
    "doors.csv": ["portal_filing,both,61/2018,,2021-01-01,,law,verified"],
    "paper_forms.csv": ["receipt,Mẫu số 01,Giấy tiếp nhận,TNHS,01/2018,2021-01-01,,circular,assumed"],
    "extensions.csv": [",1,10,head,61/2018,,2021-01-01,,custom,assumed"],
    "periods.csv": ["supplement_answer,,30,day,desk,,,2021-01-01,,custom,assumed"],
}


def lines_of(file: str) -> list[str]:
    """Return a file's header and good lines; a line's number is its index and one."""
    return [",".join(column.name for column in FILES[file].columns), *GOOD[file]]


def problems(spoiled: dict[str, list[str]]) -> list[Problem]:
    """Read and check the province with some files replaced."""
    sheets = [
        read_sheet(name, "\n".join(spoiled.get(name, lines_of(name))) + "\n", FILES[name].columns)
        for name in FILES
    ]
    found = [problem for sheet in sheets for problem in sheet.problems]
    return found or problems_of({sheet.file: sheet.rows for sheet in sheets})


def replaced(file: str, line: int, old: str, new: str) -> dict[str, list[str]]:
    """Return the file with one line changed."""
    lines = lines_of(file)
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new)
    return {file: lines}


def added(file: str, line: str) -> dict[str, list[str]]:
    """Return the file with one more line."""
    return {file: [*lines_of(file), line]}
