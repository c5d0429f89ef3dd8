import base64

import pytest

from ledger_api.api.pages import Cursor, Page, cut
from ledger_api.domain.errors import NotUnderstood


@pytest.mark.parametrize("cursor", [Cursor(0, ()), Cursor(7, (12, "E-1")), Cursor(1 << 62, ("",))])
def test_a_cursor_reads_as_it_was_written(cursor: Cursor) -> None:
    assert Cursor.read(str(cursor)) == cursor


@pytest.mark.parametrize(
    "json", ["", "[]", "{}", "7", "null", "[-1]", "[true]", "[1, null]", "[1, -2]", '["7"]', "[1e99]"]
)
def test_what_is_no_cursor_is_refused(json: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        Cursor.read(base64.urlsafe_b64encode(json.encode()).decode())
    assert refused.value.code == "cursor-not-valid"


@pytest.mark.parametrize("text", ["", "!", "€", "A", "AAAAA", "W" * 400])
def test_letters_that_are_no_cursor_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        Cursor.read(text)


def test_the_last_page_has_no_next() -> None:
    assert cut([1, 2], 2, 9, lambda row: (row,)) == Page((1, 2), None)


def test_one_row_too_many_is_not_shown_but_leads_on_from_the_last_shown() -> None:
    assert cut([1, 2, 3], 2, 9, lambda row: (row,)) == Page((1, 2), Cursor(9, (2,)))
