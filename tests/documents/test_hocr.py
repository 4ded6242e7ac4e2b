from qatynas.documents.hocr import HARD_TO_READ, extract


def page(*paragraphs, sure=95):
    """hOCR of a page, its paragraphs given as lists of lines."""
    told = "".join(
        "<p class='ocr_par'>"
        + "".join(
            "<span class='ocr_line' title='bbox 0 0 9 9'>"
            + " ".join(f"<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf {sure}'>{w}</span>" for w in line.split())
            + "</span>"
            for line in lines
        )
        + "</p>"
        for lines in paragraphs
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1/x">'
    )
    return f"{head}<html><body><div class='ocr_page'>{told}</div></body></html>".encode()


def parts(found, kind):
    return [(found.text[p.start : p.end], p.number, p.legibility) for p in found.parts if p.kind == kind]


def test_lines_stand_as_on_paper_and_pages_end_in_a_form_feed():
    found = extract([page(["Екі ел келісімге", "қол қойды."], ["Бұл маңызды."]), page(["Соңы."])])
    assert found.text == "Екі ел келісімге\nқол қойды.\nБұл маңызды.\n\fСоңы.\n"
    assert parts(found, "paragraph") == [
        ("Екі ел келісімге\nқол қойды.", None, None),
        ("Бұл маңызды.", None, None),
        ("Соңы.", None, None),
    ]
    assert parts(found, "page") == [
        ("Екі ел келісімге\nқол қойды.\nБұл маңызды.\n\f", 1, 0.95),
        ("Соңы.\n", 2, 0.95),
    ]


def test_a_paragraph_that_breaks_off_goes_on_overleaf():
    found = extract([page(["Екі ел достық туралы"]), page(["шартқа қол қойды."], ["Жаңа сөйлем."])])
    assert [words for words, *_ in parts(found, "paragraph")] == [
        "Екі ел достық туралы\n\fшартқа қол қойды.",
        "Жаңа сөйлем.",
    ]


def test_a_paragraph_that_ends_or_is_followed_by_a_capital_does_not_go_on():
    found = extract([page(["Сөйлем бітті."]), page(["жаңа жол"]), page(["Бас әріп"])])
    assert len(parts(found, "paragraph")) == 3


def test_pages_that_were_hard_to_recognise_are_named():
    found = extract([page(["анық жазу"]), page(["бұлыңғыр жазу"], sure=41), page()])
    assert found.warnings == ("pages that were hard to recognise, and how sure the recognition was: 2 (41%)",)
    assert [sure for _, _, sure in parts(found, "page")] == [0.95, 0.41, None]
    assert HARD_TO_READ > 0.41


def test_long_words_count_for_more_than_short_ones():
    long = "<span class='ocrx_word' title='x_wconf 90'>ынтымақтас</span>"
    short = "<span class='ocrx_word' title='x_wconf 0'>бен</span>"
    found = extract([f"<html><p class='ocr_par'><span class='ocr_line'>{long}{short}</span></p></html>".encode()])
    assert found.parts[0].legibility == round(0.9 * 10 / 13, 3)


def test_what_is_no_hocr_is_an_empty_page():
    found = extract([b"", b"<html/>", b"\xff\xfe"])
    assert (found.text, len(parts(found, "page"))) == ("\f\f", 3)
