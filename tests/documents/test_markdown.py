from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.markdown import has_front_matter, parts, told


def test_front_matter_tells_title_date_and_language():
    text = "---\ntitle: 'Сапар туралы'\ndate: 2014-05-29\nlang: kk\ntags: [a]\n---\n# Басқа\n"
    assert told(text)[:3] == ("Сапар туралы", "2014-05-29", "kk")
    assert has_front_matter(text)


def test_the_first_heading_is_the_title_where_front_matter_has_none():
    assert told("кіріспе\n\n## Екінші\n# Бірінші #\n# Үшінші").title == "Бірінші"
    assert told("---\ndate: 2014-05-29\n---\n# Бірінші")[:3] == ("Бірінші", "2014-05-29", None)


def test_a_comment_in_a_block_of_code_is_no_heading():
    assert told("```\n# бұл код\n```\n# Тақырып").title == "Тақырып"


def test_a_rule_is_no_front_matter():
    assert not has_front_matter("---\nМәтін\n---\n")
    assert not has_front_matter("Мәтін\n---\ntitle: x\n---")
    assert not has_front_matter("---\ntitle: x\n")
    assert told("#кілтсөз\nМәтін")[:3] == (None, None, None)


@given(st.text(alphabet="-# :\ntilea`", max_size=80))
def test_any_text_can_be_asked(text):
    assert told(text).date is None


def test_headings_are_parts_with_level_and_words():
    text = "---\ntitle: x\n---\n# Бір #\nМәтін\n```\n# код\n```\n### Екі\r\nсоңы"
    assert [(text[p.start : p.end], p.number, p.label) for p in parts(text)] == [
        ("# Бір #\n", 1, "Бір"),
        ("### Екі\r\n", 3, "Екі"),
    ]


@given(st.text(alphabet="# :\r\n\x0b\u2028tиla`", max_size=80))
def test_headings_stand_in_order_and_within_the_text(text):
    ends = [(part.start, part.end) for part in parts(text)]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert ends == sorted(ends)
