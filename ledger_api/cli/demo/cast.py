"""Who plays in the demo.

Names are those of the founding interview with its facts only; credit codes are synthetic, every figure is 演示, and whoever
is refused anything is marked (虚构).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """An officer: a process with a key of its own."""

    desk: str
    powers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """A party and its officers."""

    key: str
    name: str
    credit_code: str
    roles: tuple[str, ...]
    people: tuple[Person, ...]
    access: str
    """The role of its API key (ledger_api/auth/roles.py)."""
    accreditations: tuple[str, ...] = ()


_MERCHANT_POWERS = ("FILE", "DISPOSE", "LICENSE", "LICENSE_EXCLUSIVE", "ACCEPT", "MANDATE", "BIND", "OBJECT")

OPERATOR = Institution(
    key="operator",
    name="演示运营方(虚构)",
    credit_code="91330100DEM000241E",
    roles=("OPERATOR",),
    people=(
        Person("operator-1", ("GOVERN", "ADMIT", "BIND", "MANDATE")),
        Person("operator-2", ("GOVERN", "ADMIT", "BIND", "MANDATE")),
    ),
    access="operator",
)

EXCHANGE = Institution(
    key="exchange",
    name="杭州数据交易所",
    credit_code="91330100DEM000110J",
    roles=("REGISTRAR", "EXCHANGE"),
    people=(
        Person("exchange-reviewer", ("REVIEW", "RECORD")),
        Person("exchange-approver", ("APPROVE", "BIND")),
    ),
    access="registrar",
    accreditations=("REGISTRAR_CATALOGUE", "EXCHANGE"),
)

QIANXIANG = Institution(
    key="qianxiang",
    name="一隅千象",
    credit_code="91330100DEM000030Y",
    roles=("HOLDER", "MERCHANT"),
    people=(Person("qianxiang-1", _MERCHANT_POWERS),),
    access="merchant",
)

LIANXIN = Institution(
    key="lianxin",
    name="浙江连信科技",
    credit_code="91330100DEM0000149",
    roles=("HOLDER", "MERCHANT"),
    people=(Person("lianxin-1", _MERCHANT_POWERS),),
    access="merchant",
)

ROBOT_MAKER = Institution(
    key="robot-maker",
    name="具身智能整机厂",
    credit_code="91330100DEM000161T",
    roles=("MERCHANT",),
    people=(Person("robot-maker-1", _MERCHANT_POWERS),),
    access="merchant",
)

STAGE = Institution(
    key="stage",
    name="示例舞台科技(虚构)",
    credit_code="91330100DEM0002585",
    roles=("MERCHANT",),
    people=(Person("stage-1", _MERCHANT_POWERS),),
    access="merchant",
)

ADMITTED = (EXCHANGE, QIANXIANG, LIANXIN, ROBOT_MAKER, STAGE)
"""In the order the operator admits them."""

EVERYBODY = (OPERATOR, *ADMITTED)
