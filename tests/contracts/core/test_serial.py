"""Credential numbers: of their scheme's form, and each used once (rule 30)."""

from collections.abc import Iterator
from string import ascii_uppercase, digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardhat_free_env.testing import Contract, LocalChain, Reverted
from ledger_api.domain.words import Scheme
from tests.contracts.core.harnesses import SERIAL, deploy

QUICK = settings(max_examples=200, deadline=None, derandomize=True)


def ascii32(text: str) -> bytes:
    """Text as a credential number travels: ASCII, left-aligned, zero-padded."""
    return text.encode().ljust(32, b"\0")


@pytest.fixture(scope="module")
def deployed(bare: LocalChain) -> Contract:
    return deploy(bare, SERIAL)


@pytest.fixture
def serial(deployed: Contract, bare: LocalChain) -> Iterator[Contract]:
    """The contract with nothing taken."""
    mark = bare.mark()
    yield deployed
    bare.rewind(mark)


def refusal(serial: Contract, number: bytes, scheme: int = Scheme.NATIONAL) -> str:
    """The error that refuses a number, or nothing; takes nothing."""
    try:
        serial.call("take", scheme, number)
    except Reverted as refused:
        return refused.name
    return ""


@pytest.mark.parametrize("number", ["SJ3312026080001", "SJ3312026089999", "SJ1102026120256", "SJ6502027010255"])
def test_a_national_number_of_the_form_of_annex_6_is_taken(serial: Contract, number: str) -> None:
    """Rule 30: SJ, region 2, institution 1, year and month 6, serial 4."""
    serial.transact("take", Scheme.NATIONAL, ascii32(number))


@pytest.mark.parametrize(
    "number",
    [
        "SJ3312026080000",  # serials begin with 0001
        "SJ3312026000001",  # no month 00
        "SJ3312026130001",  # no month 13
        "SX3312026080001",
        "sj3312026080001",
        "SJ331202608001",  # one digit short
        "SJ33120260800011",  # one too many
        "SJ3312026080O01",  # a letter O
        "SJ331202608000/",
        "SJ331202608000:",
        "SJ/312026080001",
        " SJ331202608001",
        "",
    ],
)
def test_a_number_of_another_form_is_refused(serial: Contract, number: str) -> None:
    """Rule 30."""
    assert refusal(serial, ascii32(number)) == "NumberMalformed"


@given(text=st.text(digits + ascii_uppercase + "/:", max_size=17))
@QUICK
def test_nothing_else_passes_for_a_national_number(deployed: Contract, text: str) -> None:
    """Rule 30."""
    body = text[2:]
    well_formed = text[:2] == "SJ" and len(body) == 13 and body.isdigit()
    well_formed = well_formed and 1 <= int(body[7:9]) <= 12 and int(body[9:]) > 0
    assert (refusal(deployed, ascii32(text)) == "") == well_formed


@given(
    region=st.integers(0, 99),
    institution=st.integers(0, 9),
    year=st.integers(0, 9999),
    month=st.integers(0, 13),
    number=st.integers(0, 9999),
)
@QUICK
def test_every_national_number_with_a_month_and_a_serial_passes(
    deployed: Contract, region: int, institution: int, year: int, month: int, number: int
) -> None:
    """Rule 30."""
    text = f"SJ{region:02}{institution}{year:04}{month:02}{number:04}"
    assert (refusal(deployed, ascii32(text)) == "") == (1 <= month <= 12 and number > 0)


def test_a_byte_after_the_fifteenth_is_refused(serial: Contract) -> None:
    """Rule 30: one number has one form on chain."""
    assert refusal(serial, b"SJ3312026080001" + bytes(16) + b"\x01") == "NumberMalformed"


@pytest.mark.parametrize(
    "scheme, number",
    [(Scheme.NATIONAL, "SJ3312026080001"), (Scheme.NATIONAL, "SJ3312026080256"), (Scheme.ZJ_DATA_IP, "ZJ-2026-1")],
)
def test_a_number_is_taken_once(serial: Contract, scheme: Scheme, number: str) -> None:
    """Rule 30."""
    serial.transact("take", scheme, ascii32(number))
    assert refusal(serial, ascii32(number), scheme) == "NumberTaken"


def test_neighbouring_numbers_are_different_numbers(serial: Contract) -> None:
    """Rule 30: of one month, of other months, of other institutions, and 256 apart."""
    serial.transact("take", Scheme.NATIONAL, ascii32("SJ3312026080001"))
    for other in ("SJ3312026080002", "SJ3312026080257", "SJ3312026090001", "SJ3322026080001", "SJ1112026080001"):
        assert refusal(serial, ascii32(other)) == ""


def test_other_schemes_have_their_own_numbers_of_any_form(serial: Contract) -> None:
    serial.transact("take", Scheme.ZJ_DATA_IP, ascii32("A-1"))
    assert refusal(serial, ascii32("A-1"), Scheme.OTHER) == ""
    assert refusal(serial, bytes(32), Scheme.OTHER) == "NumberMalformed"


@pytest.mark.parametrize("scheme", [Scheme.NONE, Scheme.OTHER + 1])
def test_a_scheme_without_a_name_is_refused(serial: Contract, scheme: int) -> None:
    with pytest.raises(Reverted) as refused:
        serial.call("take", scheme, ascii32("SJ3312026080001"))
    assert (refused.value.name, refused.value.arguments) == ("CodeUnknown", {"code": scheme})
