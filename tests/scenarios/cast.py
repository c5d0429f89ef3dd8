"""Who plays in the scenarios: the parties of the page by their references, and fictional ones for whatever goes wrong.

Credit codes are synthetic, every figure is 演示. P1 to P8, B1, B2, G1, L1, X1, D1, N1 only ever do what the founding interview
tells of them; adverse things happen to parties marked (虚构) alone.
"""

from dataclasses import dataclass, field

HOLDING = (
    "FILE", "DISPOSE", "CHARGE", "LICENSE", "LICENSE_EXCLUSIVE", "ACCEPT", "CONSENT", "OBJECT", "MANDATE", "BIND",
)  # fmt: skip
LENDING = (*HOLDING, "RELEASE", "ACKNOWLEDGE", "ENFORCE")
OPINION = ("ATTEST", "FILE")
DESKS = {
    "reviewer": ("REVIEW", "RECORD"),
    "reviewer2": ("REVIEW", "RECORD"),
    "approver": ("APPROVE", "RECORD", "BIND"),
    "approver2": ("APPROVE", "BIND"),
}
"""Of a registrar."""


@dataclass(frozen=True)
class Part:
    """A part and who plays it."""

    name: str
    code: str
    """The credit code; synthetic."""
    roles: tuple[str, ...]
    powers: tuple[str, ...] = ()
    """Of its officers `one` and `two`; a registrar's have desks instead, a court has none."""
    accreditations: tuple[str, ...] = ()
    officers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Others than `one` and `two`."""


def holder(name: str, code: str) -> Part:
    """A data merchant."""
    return Part(name, code, ("HOLDER", "MERCHANT"), HOLDING)


def registrar(name: str, code: str) -> Part:
    """A registrar that is an exchange too."""
    return Part(name, code, ("REGISTRAR", "EXCHANGE"), (), ("REGISTRAR_CATALOGUE", "EXCHANGE"), DESKS)


def court(name: str, code: str) -> Part:
    """Whose instruments are executed."""
    return Part(name, code, ("COURT",))


PARTS = {
    "P1": holder("浙江连信科技", "91330100DEM0000149"),
    "P2": holder("浙江浔象数字产业发展", "91330100DEM0000224"),
    "P3": holder("一隅千象", "91330100DEM000030Y"),
    "P4": holder("旷维炬锐", "91330100DEM000049U"),
    "P5": holder("迪安诊断", "91330100DEM000057N"),
    "P6": holder("术也科技", "91330100DEM000065H"),
    "P7": holder("汇数未来", "91330100DEM000073C"),
    "B1": Part("交通银行浙江省分行", "91330100DEM0000817", ("BANK",), LENDING, ("BANK_LICENCE",)),
    "G1": Part("杭州市融资担保集团", "91330100DEM00009XY", ("GUARANTOR",), LENDING, ("GUARANTEE_LICENCE",)),
    "L1": Part("杭州金投融资租赁", "91330100DEM000102P", ("LESSOR", "HOLDER"), LENDING, ("LESSOR_LICENCE",)),
    "X1": registrar("杭州数据交易所", "91330100DEM000110J"),
    "D1": Part(
        "杭州市数据集团",
        "91330100DEM000129F",
        ("CUSTODIAN", "HOLDER", "MERCHANT"),
        HOLDING,
        officers={"gateway": ("METER", "MACHINE")},
    ),
    "A1": Part("甲评估", "91330100DEM000137A", ("ATTESTOR",), OPINION, ("APPRAISAL_FILING",)),
    "A2": Part("乙律所", "91330100DEM0001455", ("ATTESTOR",), OPINION, ("LAW_FIRM",)),
    "A3": Part("丙质量", "91330100DEM0001530", ("ATTESTOR",), OPINION, ("QUALITY_LAB",)),
    "P8": holder("具身智能整机厂", "91330100DEM000161T"),
    "B2": Part("第二银行", "91330100DEM00017XJ", ("BANK",), LENDING, ("BANK_LICENCE",)),
    "N1": holder("地图商(武汉)", "91330100DEM000196D"),
    "P9": holder("示例科技(虚构)", "91330100DEM0002093"),
    "P10": holder("示例租户(虚构)", "91330100DEM000217X"),
    "P11": holder("示例服务商(虚构)", "91330100DEM000225Q"),
    "B3": Part("示例银行乙(虚构)", "91330100DEM000233K", ("BANK",), LENDING, ("BANK_LICENCE",)),
    # "its own bank, guarantor and lessor likewise marked (虚构)", and whoever else something happens to
    "B9": Part("示例银行甲(虚构)", "91330100DEM0002686", ("BANK",), LENDING, ("BANK_LICENCE",)),
    "G9": Part("示例担保(虚构)", "91330100DEM0002761", ("GUARANTOR",), LENDING, ("GUARANTEE_LICENCE",)),
    "L9": Part("示例租赁(虚构)", "91330100DEM000284U", ("LESSOR", "HOLDER"), LENDING, ("LESSOR_LICENCE",)),
    "X9": registrar("示例登记机构(虚构)", "91330100DEM000292N"),
    "X8": registrar("示例承继机构(虚构)", "91330100DEM000305C"),
    "A9": Part("示例评估(虚构)", "91330100DEM0003137", ("ATTESTOR",), OPINION, ("APPRAISAL_FILING",)),
    "A4": Part("示例会计(虚构)", "91330100DEM0003992", ("ATTESTOR",), OPINION, ("ACCOUNTING_FIRM",)),
    "P12": holder("示例共同开发方(虚构)", "91330100DEM0003212"),
    "P13": holder("示例买方(虚构)", "91330100DEM00033XR"),
    "P14": holder("示例合作方(虚构)", "91330100DEM000348R"),
    "CA": court("示例法院甲(虚构)", "91330100DEM000356L"),
    "CB": court("示例法院乙(虚构)", "91330100DEM000364F"),
    "CM": court("示例仲裁委(虚构)", "91330100DEM0003805"),
    "R9": Part("示例主管部门(虚构)", "91330100DEM000372A", ("REGULATOR",), ("ADMIT",)),
}
"""In the order they are admitted."""
