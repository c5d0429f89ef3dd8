"""The ledger's packed storage words, and the codes and bits that stand in them.

Generated from contracts/types/words/*.toml by `python -m hardhat_free_env words`; do not edit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Self

from ledger_api.domain.packing import Code, Mask, Word, fit, refuse_spare

NAMESPACES: Final[dict[str, int]] = {
    "dpr.attestations": 0xB609D8D7D7A616EB15CC1A8E0DEBAA3A7372D7418B866A3922CD7061989CF800,
    "dpr.book": 0xE44B5F50402CA4ABCAE41BB359F422EBEC1FB73347B5705F1C6146011692DD00,
    "dpr.burdens": 0x029BCACF7F4A9CB3694DB647408AF4C9BA34E38E03752F9B66DD40DF1C19D400,
    "dpr.changes": 0x35247249780E77FC3F3EF44AFB8E49E20DD7A11C9BF701B9A64DF29835345100,
    "dpr.consents": 0xDAA70BA81DF381C8F011D34EF5CECB8E216CCFB09E35D22F526E2F034FC59A00,
    "dpr.enforcements": 0xCC9A76DB8B5E2A0DE7DA4BBA2CC655C85FA311C806833C04CBED154AAB883900,
    "dpr.entries": 0xA6995E7E9486DABE375FE571E79EFF0D9CA020A38260B6B62B46087429A03100,
    "dpr.guarantees": 0xDA39D5007C843827A50B23ED1630916702F5DAAE093349611010B19F54EF2F00,
    "dpr.journals": 0x6027F5CC662EE2B2804236E91D8EF734C1E08A225AB94256054E371442FCA600,
    "dpr.leases": 0x425FFC68D3D1C6779B9478BA548092F7FC81B5B855972B9C24C829B212F96400,
    "dpr.chapters": 0xD9E4265DEB19FB7B16B016DEE6D777D5B5B6822252F8922842FDC82C4A6D2100,
    "dpr.filings": 0x6DFB49FA383FF7B97708B17DFAE14B3C7AB41067CD8424410C15828D1433CA00,
    "dpr.licences": 0xE1A9E8191EAC5F2A706EE8DA1EE7E5D32EAF557BD50DA83FC69052E778589300,
    "dpr.listings": 0x49EF74B2438A84AE74FB2AE146DF1A6243292619563754FEE20707E71E158D00,
    "dpr.objections": 0xC490662363519F74668BCA8140D5C060294173A494B8658DF82CE8DD6CF5EC00,
    "dpr.parties": 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093900,
    "dpr.cases": 0xEC173904CF5CBC301F15F0F54E0CEBB8722E6340A80F7A73949E9E98C1CA8200,
    "dpr.securities": 0x5BCF46A3A0499A444331DD2EDE8B0399CFC82104E67E5A388B6EBD5684359300,
    "dpr.sources": 0x2F7B06EF5D40C45CC021FD9CB63D3FC02871E23544EBBE14C3FD89AF95D00F00,
    "dpr.supervision": 0x47E218FF30687B49062970AE4C8A34B3ACD3BE0B63F522544A25F65CD91EF300,
    "dpr.usage": 0x53E3E866D95F36F2694CB13E235D2E5EFEFFE8B12320128661A4FF5AF433E700,
    "dpr.versions": 0xCE8492991EB4ABC73139DF61B50F63055D1C7FF214C77F79270923A3402B5000,
}
"""First storage slot of each namespace (ERC-7201)."""


class AttestationKind(Code):
    """AttestationKind, position = code."""

    NONE = 0
    VALUATION = 1
    QUALITY = 2
    COMPLIANCE = 3
    SECURITY = 4
    ACCOUNTING = 5
    CAPABILITY = 6
    ETHICS = 7
    LEGAL_TITLE = 8
    RECHARACTERISATION = 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "资产评估",
            "质量评测",
            "合规意见",
            "安全评测",
            "入表会计意见",
            "能力评估",
            "伦理审查",
            "权属法律意见",
            "交易定性意见",
        )


class AttestationState(Code):
    """AttestationState, position = code."""

    NONE = 0
    ISSUED = 1
    ACTIVE = 2
    SUPERSEDED = 3
    REVOKED = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "待复签",
            "有效",
            "已被替代",
            "已撤销",
        )


class AttestationPurpose(Code):
    """AttestationPurpose, position = code."""

    NONE = 0
    PLEDGE = 1
    LEASE = 2
    BOOKING = 3
    CONTRIBUTION = 4
    TRANSFER = 5
    LISTING = 6
    DISPOSAL = 7

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "质押",
            "融资租赁",
            "入表",
            "出资",
            "转让",
            "上架",
            "处置",
        )


class Headline(Code):
    """Headline, position = code."""

    NONE = 0
    STATED = 1
    PASSED = 2
    CONDITIONAL = 3
    NOT_PASSED = 4
    LEVEL_1 = 5
    LEVEL_2 = 6
    LEVEL_3 = 7
    LEVEL_4 = 8
    LEVEL_5 = 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "以报告所载为准",
            "通过",
            "附条件通过",
            "不通过",
            "一级",
            "二级",
            "三级",
            "四级",
            "五级",
        )


class RevocationReason(Code):
    """RevocationReason, position = code."""

    NONE = 0
    ERROR = 1
    FACTS_CHANGED = 2
    MATERIAL_FALSE = 3
    MISCONDUCT = 4
    SUPERVISION = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "报告错误",
            "情况变化",
            "材料虚假",
            "执业违规",
            "监管决定",
        )


class BurdenKind(Code):
    """BurdenKind, position = code."""

    NONE = 0
    SECURITY = 1
    LEASE = 2
    COURT_ORDER = 3
    CONTROL = 4
    DISPUTE = 5
    BANKRUPTCY = 6
    SOURCE_LOSS = 7
    SYNC_CONFLICT = 8
    CLAUSE = 9
    EXCLUSIVE_LICENCE = 10
    PRIORITY_NOTICE = 11

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "担保",
            "融资租赁",
            "司法查封",
            "行政管控",
            "异议争议",
            "破产",
            "来源丧失",
            "国家登记不一致",
            "约定限制",
            "独占或排他许可",
            "优先权预告",
        )


class BurdenState(Code):
    """BurdenState, position = code."""

    NONE = 0
    OPEN = 1
    CLOSED = 2
    QUEUED = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "存续",
            "已解除",
            "轮候",
        )


class Instrument(Code):
    """Instrument, position = code."""

    NONE = 0
    JUDGMENT = 1
    RULING = 2
    AWARD = 3
    ORDER = 4
    MEDIATION = 5
    NOTARIAL = 6

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "判决",
            "裁定",
            "仲裁裁决",
            "协助执行通知",
            "调解书",
            "公证文书",
        )


class Algorithm(Code):
    """Algorithm, position = code."""

    NONE = 0
    KECCAK256 = 1
    SHA256 = 2
    SM3 = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "KECCAK256",
            "SHA-256",
            "SM3",
        )


class EnvelopeState(Code):
    """EnvelopeState, position = code."""

    NONE = 0
    SET = 1
    REVOKED = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "有效",
            "已撤销",
        )


class ConsentMode(Code):
    """ConsentMode, position = code."""

    CASE_BY_CASE = 0
    FORBID = 1
    PRE_APPROVED = 2
    FREE_WITH_NOTICE = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "逐案同意",
            "禁止",
            "范围内预先同意",
            "自由办理并通知",
        )


class Silence(Code):
    """Silence, position = code."""

    REFUSES = 0
    CONSENTS = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "沉默视为拒绝",
            "沉默视为同意",
        )


class ConsentState(Code):
    """ConsentState, position = code."""

    NONE = 0
    REQUESTED = 1
    GIVEN = 2
    REFUSED = 3
    REVOKED = 4
    USED = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已请求",
            "已同意",
            "已拒绝",
            "已撤回",
            "已使用",
        )


class EnforcementState(Code):
    """EnforcementState, position = code."""

    NONE = 0
    OPENED = 1
    NOTICED = 2
    VALUED = 3
    METHOD_SET = 4
    FAILED = 5
    SOLD = 6
    MANAGED = 7
    SETTLED = 8
    COMPLETED = 9
    ENDED = 10

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已启动",
            "已通知",
            "已评估",
            "方式已定",
            "未成交",
            "已成交",
            "强制管理中",
            "已结算过户",
            "已完成",
            "已终结",
        )


class EnforcementMethod(Code):
    """EnforcementMethod, position = code."""

    NONE = 0
    AUCTION = 1
    PRIVATE_SALE = 2
    DISCOUNT = 3
    COMPULSORY_LICENSING = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "未定",
            "拍卖",
            "变卖",
            "折价抵债",
            "强制管理",
        )


class EnforcementBasis(Code):
    """EnforcementBasis, position = code."""

    NONE = 0
    AGREEMENT = 1
    COURT = 2
    SELF_HELP = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "未定",
            "当事人协议",
            "法院裁定",
            "事先约定自行实现",
        )


class EnforcementTrigger(Code):
    """EnforcementTrigger, position = code."""

    NONE = 0
    DEFAULT = 1
    INSOLVENCY = 2
    INSTRUMENT = 3
    DEMAND = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "违约",
            "破产",
            "生效文书",
            "担保人请求",
        )


class Stay(Code):
    """Stay, position = code."""

    NONE = 0
    OBJECTED = 1
    SUSPENDED_BY_COURT = 2
    BANKRUPTCY = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "异议审查",
            "法院中止",
            "破产中止",
        )


class RoundFailure(Code):
    """RoundFailure, position = code."""

    NONE = 0
    NO_BID = 1
    NOT_PAID = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "流拍或无人应买",
            "买受人未付款",
        )


class EnforcementEnd(Code):
    """EnforcementEnd, position = code."""

    NONE = 0
    CURED = 1
    SATISFIED = 2
    WITHDRAWN = 3
    ORDERED = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已补救",
            "已清偿",
            "撤回",
            "依生效文书",
        )


class SlotStatus(Code):
    """SlotStatus, position = code."""

    EMPTY = 0
    ACTIVE = 1
    CANCELLED = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "空",
            "有效",
            "已注销",
        )


class GuaranteeState(Code):
    """GuaranteeState, position = code."""

    NONE = 0
    EFFECTIVE = 1
    CLAIMED = 2
    PAID_OUT = 3
    RELEASED = 4
    EXPIRED = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "生效",
            "已索偿",
            "已代偿",
            "已免除",
            "保证期间届满",
        )


class GuaranteeMode(Code):
    """GuaranteeMode, position = code."""

    NONE = 0
    GENERAL = 1
    JOINT_SEVERAL = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "未约定",
            "一般保证",
            "连带责任保证",
        )


class LeaseState(Code):
    """LeaseState, position = code."""

    NONE = 0
    AGREED = 1
    IN_TERM = 2
    DEMANDED = 3
    ACCELERATED = 4
    TERMINATED = 5
    REPOSSESSED = 6
    SETTLED = 7
    TITLE_RETURNED = 8
    TITLE_RETAINED = 9
    RECHARACTERISED = 10
    VOID = 11

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已约定",
            "租赁期内",
            "已催告",
            "租金加速到期",
            "已解除待收回",
            "已收回",
            "价值已清算",
            "权属归承租人",
            "权属归出租人",
            "已另行定性",
            "无效",
        )


class LeaseStructure(Code):
    """LeaseStructure, position = code."""

    DIRECT = 0
    LEASEBACK = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "直租",
            "售后回租",
        )


class TitleMode(Code):
    """TitleMode, position = code."""

    NOTED = 0
    TRANSFERRED = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "仅记载所有权",
            "权利转让至出租人",
        )


class EndTitle(Code):
    """EndTitle, position = code."""

    SILENT = 0
    LESSEE_TOKEN = 1
    LESSEE_AGREED = 2
    LESSOR = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "未约定",
            "象征性价款归承租人",
            "约定价款归承租人",
            "归出租人",
        )


class Remedy(Code):
    """Remedy, position = code."""

    NONE = 0
    ACCELERATE = 1
    TERMINATE = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "请求支付全部租金",
            "解除合同收回租赁物",
        )


class LeaseEnding(Code):
    """LeaseEnding, position = code."""

    NONE = 0
    MATURED = 1
    BOUGHT_OUT = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "租金付清",
            "提前留购或合意终止",
        )


class LeaseJudgment(Code):
    """LeaseJudgment, position = code."""

    NONE = 0
    VOID = 1
    RECHARACTERISED = 2
    TERMINATED = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "合同无效",
            "另行定性为担保",
            "判令解除",
        )


class LicenceKind(Code):
    """LicenceKind, position = code."""

    NON_EXCLUSIVE = 0
    SOLE = 1
    EXCLUSIVE = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "普通许可",
            "排他许可",
            "独占许可",
        )


class LicenceState(Code):
    """LicenceState, position = code."""

    NONE = 0
    ACTIVE = 1
    SUSPENDED = 2
    ENDED = 3
    CLOSED = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "有效",
            "中止",
            "已终止",
            "已结清",
        )


class EndReason(Code):
    """EndReason, position = code."""

    NONE = 0
    MUTUAL = 1
    BREACH = 2
    INSOLVENCY = 3
    SOURCE_LOSS = 4
    ORDER = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "协商终止",
            "违约",
            "破产",
            "来源权利丧失",
            "生效文书",
        )


class SuspendReason(Code):
    """SuspendReason, position = code."""

    NONE = 0
    BREACH = 1
    VENUE = 2
    AUTHORITY = 3
    SOURCE_LOSS = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "违约",
            "交易场所决定",
            "主管机关要求",
            "来源权利丧失",
        )


class Template(Code):
    """Template, position = code."""

    NONE = 0
    GF_2025_2615 = 1
    GF_2025_2616 = 2
    GF_2025_2617 = 3
    GF_2025_2618 = 4
    OTHER = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "数据提供合同",
            "数据委托处理服务合同",
            "数据融合开发合同",
            "数据中介服务合同",
            "其他合同",
        )


class ListingState(Code):
    """ListingState, position = code."""

    NONE = 0
    LISTED = 1
    SUSPENDED = 2
    DELISTED = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "在架",
            "暂停",
            "已下架",
        )


class ListingReason(Code):
    """ListingReason, position = code."""

    NONE = 0
    RIGHT_LAPSED = 1
    SOURCE_LOSS = 2
    FREEZE = 3
    ATTESTATION_EXPIRED = 4
    VENUE_RULES = 5
    BY_HOLDER = 6

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "凭证失效",
            "来源权利丧失",
            "查封冻结",
            "意见失效",
            "违反场所规则",
            "权利人申请",
        )


class NoteKind(Code):
    """NoteKind, position = code."""

    NONE = 0
    ERASURE = 1
    NOTIFICATION = 2
    PAYMENT_ELSEWHERE = 3
    SOURCE_LOSS = 4
    QUALITY_DROP = 5
    MASS_COPYING = 6
    DELETION = 7
    CO_HOLDER = 8
    COVERAGE = 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "依法删除留存内容",
            "已送达通知",
            "费用未入约定账户",
            "来源丧失",
            "质量下降",
            "大量复制",
            "数据删除",
            "新增并行权利人",
            "担保覆盖不足",
        )


class ObjectionPhase(Code):
    """ObjectionPhase, position = code."""

    NOTICE = 0
    AFTER = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "公示期",
            "登记后",
        )


class ObjectionState(Code):
    """ObjectionState, position = code."""

    NONE = 0
    FILED = 1
    COMPLETE = 2
    RESOLVED = 3
    WITHDRAWN = 4
    INCOMPLETE = 5
    LAPSED = 6
    NOTIFIED = 7
    ADMITTED = 8
    CONTESTED = 9
    INVESTIGATING = 10
    CONCLUDED = 11
    ACCEPTED = 12
    REJECTED = 13
    LITIGATION = 14

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已提出",
            "材料齐全",
            "已处理",
            "已撤回",
            "材料待补",
            "已失效",
            "已通知权利人",
            "权利人认可",
            "权利人异议",
            "调查中",
            "已出具结论",
            "双方接受结论",
            "一方不接受结论",
            "诉讼或仲裁中",
        )


class Ground(Code):
    """Ground, position = code."""

    NONE = 0
    OWNERSHIP = 1
    ERROR = 2
    UNLAWFUL_SOURCE = 3
    DUPLICATE = 4
    SECURITY_FILING = 5
    OTHER = 6

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "权属",
            "登记错误",
            "来源违法",
            "重复登记",
            "担保登记",
            "其他",
        )


class Conclusion(Code):
    """Conclusion, position = code."""

    NONE = 0
    UPHELD = 1
    PARTLY = 2
    DISMISSED = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "成立",
            "部分成立",
            "不成立",
        )


class HolderResponse(Code):
    """HolderResponse, position = code."""

    NONE = 0
    ADMIT = 1
    CONTEST = 2
    SILENT = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "认可",
            "不认可",
            "逾期未答复",
        )


class ObjectionOutcome(Code):
    """ObjectionOutcome, position = code."""

    NONE = 0
    CHANGED = 1
    CANCELLED = 2
    STANDS = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已变更",
            "已注销",
            "维持",
        )


class PartyKind(Code):
    """PartyKind, position = code."""

    NONE = 0
    LEGAL_PERSON = 1
    NATURAL_PERSON = 2
    UNINCORPORATED = 3
    STATE_ORGAN = 4
    JOINT = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "法人",
            "自然人",
            "非法人组织",
            "国家机关",
            "共有",
        )


class PartyStatus(Code):
    """PartyStatus, position = code."""

    NONE = 0
    ACTIVE = 1
    SUSPENDED = 2
    EXITED = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "有效",
            "暂停",
            "退出",
        )


class AccreditationKind(Code):
    """AccreditationKind, position = code."""

    NONE = 0
    REGISTRAR_CATALOGUE = 1
    APPRAISAL_FILING = 2
    LAW_FIRM = 3
    QUALITY_LAB = 4
    SECURITY_LAB = 5
    EXCHANGE = 6
    LESSOR_LICENCE = 7
    GUARANTEE_LICENCE = 8
    BANK_LICENCE = 9
    ACCOUNTING_FIRM = 10
    CAPABILITY_BODY = 11
    ETHICS_BOARD = 12

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "数据产权登记机构",
            "资产评估备案",
            "律师事务所",
            "质量检测机构",
            "安全检测机构",
            "数据交易场所",
            "融资租赁",
            "融资担保",
            "银行",
            "会计师事务所",
            "能力评估机构",
            "伦理审查委员会",
        )


class AccreditationStatus(Code):
    """AccreditationStatus, position = code."""

    NONE = 0
    ACTIVE = 1
    SUSPENDED = 2
    EXITING = 3
    HANDED_OVER = 4
    EXITED = 5
    REMOVED = 6

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "有效",
            "暂停",
            "退出中",
            "已移交",
            "已退出",
            "移出名录",
        )


class MandateState(Code):
    """MandateState, position = code."""

    NONE = 0
    GIVEN = 1
    REVOKED = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "有效",
            "已撤销",
        )


class CaseKind(Code):
    """CaseKind, position = code."""

    NONE = 0
    INITIAL = 1
    TRANSFER = 2
    CHANGE = 3
    RENEWAL = 4
    CANCELLATION = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "初次登记",
            "转让登记",
            "变更登记",
            "续期登记",
            "注销登记",
        )


class CaseState(Code):
    """CaseState, position = code."""

    NONE = 0
    SUBMITTED = 1
    CORRECTION = 2
    UNDER_REVIEW = 3
    SUPPLEMENTING = 4
    NOTICE = 5
    CLEARED = 6
    ANCHORED = 7
    CREDENTIALED = 8
    WITHDRAWN = 9
    NOT_ACCEPTED = 10
    NOT_FILED = 11
    REFUSED = 12
    TERMINATED = 13

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已提交",
            "待补正",
            "审查中",
            "补充材料中",
            "公示中",
            "免予公示",
            "已存证",
            "已发凭证",
            "已撤回",
            "不予受理",
            "视为未申请",
            "不予登记",
            "终止审查",
        )


class Form(Code):
    """Form, position = code."""

    NONE = 0
    RESOURCE = 1
    PRODUCT = 2
    SERVICE = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "数据资源",
            "数据产品",
            "数据服务",
        )


class Refusal(Code):
    """Refusal, position = code."""

    NONE = 0
    HARMFUL = 1
    UNLAWFUL_SOURCE = 2
    OWNERSHIP_DISPUTE = 3
    CONCEALMENT = 4
    OTHER_LAW = 5
    UNVERIFIABLE = 6
    OUT_OF_SCOPE = 7

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "危害国家安全、公共利益或他人权益",
            "来源违法",
            "权属争议未解决",
            "隐瞒或虚假证明",
            "法律法规规定的其他情形",
            "无法补充且无法核实",
            "不属受理范围",
        )


class WaiverReason(Code):
    """WaiverReason, position = code."""

    NONE = 0
    STATE_SECRET = 1
    TRADE_SECRET = 2
    PERSONAL_PRIVACY = 3
    SECURITY = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "国家秘密",
            "商业秘密",
            "个人隐私",
            "安全原因",
        )


class ExtensionReason(Code):
    """ExtensionReason, position = code."""

    NONE = 0
    COMPLEX_SOURCE = 1
    HUGE_VOLUME = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "来源复杂",
            "数量巨大",
        )


class Scheme(Code):
    """Scheme, position = code."""

    NONE = 0
    NATIONAL = 1
    ZJ_DATA_IP = 2
    SZ_2023 = 3
    OTHER = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "国家数据产权登记",
            "浙江数据知识产权登记",
            "深圳2023",
            "其他",
        )


class SecurityState(Code):
    """SecurityState, position = code."""

    NONE = 0
    RECORDED = 1
    PERFECTED = 2
    LAPSED = 3
    RELEASED = 4
    VOIDED = 5
    ENFORCING = 6
    REALISED = 7
    PARTLY_REALISED = 8
    EXTINGUISHED = 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "链上备案",
            "已公示登记",
            "公示失效",
            "已解除",
            "备案失效",
            "实现中",
            "已实现",
            "部分实现",
            "已消灭",
        )


class Characterisation(Code):
    """Characterisation, position = code."""

    NONE = 0
    RIGHT_PLEDGE_440_7 = 1
    DATA_IP_PLEDGE_444 = 2
    MORTGAGE_395_7 = 3
    ATYPICAL_63 = 4
    RECEIVABLE_PLEDGE_445 = 5
    TITLE_TRANSFER_68 = 6
    FINANCE_LEASE = 7

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "权利质权（民法典440条7项）",
            "数据知识产权质权（444条）",
            "抵押权（395条7项）",
            "非典型担保（担保解释63条）",
            "应收账款质权（445条）",
            "让与担保（担保解释68条）",
            "融资租赁（民法典745条）",
        )


class ClaimType(Code):
    """ClaimType, position = code."""

    ORDINARY = 0
    MAX_AMOUNT = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "一般",
            "最高额",
        )


class SecurityPurpose(Code):
    """SecurityPurpose, position = code."""

    PRINCIPAL = 0
    COUNTER_GUARANTEE = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "担保主债权",
            "反担保",
        )


class Provider(Code):
    """Provider, position = code."""

    DEBTOR = 0
    THIRD_PARTY = 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "债务人提供",
            "第三人提供",
        )


class EnforcementOrder(Code):
    """EnforcementOrder, position = code."""

    DEBTOR_FIRST = 0
    SECURITY_FIRST = 1
    GUARANTEE_FIRST = 2
    ANY = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "债务人财产在先",
            "担保物在先",
            "保证在先",
            "不分先后",
        )


class DefaultEvent(Code):
    """DefaultEvent, position = code."""

    NONE = 0
    PAYMENT = 1
    COVENANT = 2
    VALUE_LOSS = 3
    SOURCE_LOSS = 4
    CROSS_DEFAULT = 5
    INSOLVENCY = 6
    OTHER = 7

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "逾期付款",
            "违反约定",
            "价值减损",
            "来源丧失",
            "交叉违约",
            "破产",
            "其他",
        )


class CrystallisationCause(Code):
    """CrystallisationCause, position = code."""

    NONE = 0
    WINDOW_ENDED = 1
    NO_NEW_CLAIMS = 2
    SEIZURE_NOTIFIED = 3
    INSOLVENCY = 4
    OTHER = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "债权确定期间届满",
            "新的债权不可能发生",
            "知悉查封扣押",
            "破产或解散",
            "法定其他情形",
        )


class FilingAct(Code):
    """FilingAct, position = code."""

    NONE = 0
    INITIAL = 1
    AMEND = 2
    EXTEND = 3
    CANCEL = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "初始登记",
            "变更登记",
            "展期登记",
            "注销登记",
        )


class FilingStatus(Code):
    """FilingStatus, position = code."""

    NONE = 0
    UNVERIFIED = 1
    VERIFIED = 2
    MISMATCH = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "待复核",
            "已复核",
            "不一致",
        )


class MismatchReason(Code):
    """MismatchReason, position = code."""

    NONE = 0
    NUMBER = 1
    GRANTOR = 2
    DESCRIPTION = 3
    TIME_OR_TERM = 4
    PROOF = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "登记编号不符",
            "担保人不符",
            "财产描述不符",
            "时间或期限不符",
            "证明文件不符",
        )


class FilingVenue(Code):
    """FilingVenue, position = code."""

    NONE = 0
    ZDW_CAT1 = 1
    ZDW_CAT2 = 2
    ZDW_CAT3 = 3
    ZDW_CAT4 = 4
    ZDW_CAT5 = 5
    ZDW_CAT6 = 6
    ZDW_CAT7 = 7
    NATIONAL_DPR = 8
    ZJ_DATA_IP = 9
    CNIPA = 10
    COURT = 11
    OTHER_EXCHANGE = 12

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "中登网一类",
            "中登网二类",
            "中登网三类",
            "中登网四类",
            "中登网五类",
            "中登网六类",
            "中登网七类",
            "国家数据产权登记",
            "浙江数据知识产权平台",
            "国家知识产权局",
            "法院",
            "其他交易场所",
        )


class SourceKind(Code):
    """SourceKind, position = code."""

    NONE = 0
    CONSENT_BATCH = 1
    CONTRACT = 2
    PUBLIC_SCRAPE_STATEMENT = 3
    PUBLIC_AUTHORISATION = 4
    OWN_OPERATION = 5
    ETHICS = 6
    PURCHASE = 7

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "个人同意批次",
            "合同",
            "公开收集声明",
            "公共数据授权",
            "自有生产经营",
            "伦理批件",
            "购买",
        )


class SourceState(Code):
    """SourceState, position = code."""

    NONE = 0
    ACTIVE = 1
    PARTLY_REVOKED = 2
    REVOKED = 3
    REPLACED = 4
    REMOVED = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "有效",
            "部分撤回",
            "已撤回",
            "已替代",
            "数据已移除",
        )


class LineageKind(Code):
    """LineageKind, position = code."""

    NONE = 0
    DERIVED = 1
    FUSED = 2
    AGGREGATED = 3
    TRAINED_ON = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "衍生",
            "融合",
            "汇聚",
            "训练",
        )


class OverdueClock(Code):
    """OverdueClock, position = code."""

    NONE = 0
    ACCEPT = 1
    REVIEW = 2
    DECIDE = 3
    EXAMINE = 4
    NOTIFY = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "受理",
            "审查",
            "公示异议处理",
            "异议材料审核",
            "通知权利人",
        )


class UsageUnit(Code):
    """UsageUnit, position = code."""

    NONE = 0
    CALL = 1
    ROW = 2
    MEGABYTE = 3
    FILE = 4
    HOUR = 5
    SEQUENCE = 6
    TOKEN = 7

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "次",
            "条",
            "兆字节",
            "个文件",
            "小时",
            "段",
            "词元",
        )


class QuotaWindow(Code):
    """QuotaWindow, position = code."""

    NONE = 0
    DAY = 1
    MONTH = 2
    YEAR = 3
    TERM = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "每日",
            "每月",
            "每年",
            "全期",
        )


class BatchState(Code):
    """BatchState, position = code."""

    NONE = 0
    SUBMITTED = 1
    COUNTERSIGNED = 2
    DEEMED = 3
    DISPUTED = 4
    RECONCILED = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已提交",
            "已会签",
            "默示认可",
            "有争议",
            "已核对",
        )


class DisputeCode(Code):
    """DisputeCode, position = code."""

    NONE = 0
    COUNT = 1
    DUPLICATES = 2
    PERIOD = 3
    QUALITY = 4
    NOT_OURS = 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "数量不符",
            "重复计数",
            "期间不符",
            "质量不符",
            "非本方使用",
        )


class StatementState(Code):
    """StatementState, position = code."""

    NONE = 0
    ISSUED = 1
    CONFIRMED = 2
    REFUSED = 3
    PAID = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "已出具",
            "已确认",
            "已退回",
            "已支付",
        )


class PaymentRoute(Code):
    """PaymentRoute, position = code."""

    NONE = 0
    OWN = 1
    PLEDGE_ACCOUNT = 2
    LESSOR = 3
    COURT = 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "许可方账户",
            "质押监管账户",
            "出租人",
            "法院",
        )


class SuccessionKind(Code):
    """SuccessionKind, position = code."""

    NONE = 0
    MATERIAL_CHANGE = 1
    SPLIT = 2
    DENIED = 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "无",
            "重大变更",
            "拆分",
            "认定不是承继",
        )


class Acknowledgement(Mask):
    """Acknowledgement, position = bit."""

    RELEASE = 1 << 0
    RANK = 1 << 1
    AMEND_UP = 1 << 2
    DEBT_TRANSFER = 1 << 3
    SUBSTITUTE = 1 << 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "解除担保",
            "变更顺位",
            "加重债务",
            "债务转移",
            "替换担保",
        )


class Effect(Mask):
    """Effect, position = bit."""

    TRANSFER = 1 << 0
    LICENCE_EXCLUSIVE = 1 << 1
    LICENCE_ORDINARY = 1 << 2
    SUBLICENSE = 1 << 3
    PLEDGE = 1 << 4
    LEASE = 1 << 5
    CANCEL = 1 << 6
    UPDATE = 1 << 7
    PAYMENT = 1 << 8
    ENFORCE = 1 << 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "转让",
            "独占排他许可",
            "普通许可",
            "再许可",
            "质押",
            "融资租赁",
            "注销",
            "变更",
            "付款",
            "实现担保",
        )


class Right(Mask):
    """Right, position = bit."""

    HOLD = 1 << 0
    USE = 1 << 1
    OPERATE = 1 << 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "持有权",
            "使用权",
            "经营权",
        )


class LicenceKindSet(Mask):
    """LicenceKindSet, position = bit."""

    NON_EXCLUSIVE = 1 << 0
    SOLE = 1 << 1
    EXCLUSIVE = 1 << 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "普通许可",
            "排他许可",
            "独占许可",
        )


class EnvelopeTerm(Mask):
    """EnvelopeTerm, position = bit."""

    REDISTRIBUTE = 1 << 0
    SUBLICENSE = 1 << 1
    TRAIN = 1 << 2
    KEEP_WEIGHTS = 1 << 3
    CROSS_BORDER = 1 << 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "再分发",
            "再许可",
            "训练",
            "保留模型权重",
            "出境",
        )


class Origin(Mask):
    """Origin, position = bit."""

    COLLECTED = 1 << 0
    CONTRACT = 1 << 1
    NATURAL_PERSON = 1 << 2
    SCRAPED_PUBLIC = 1 << 3
    FUSED = 1 << 4
    DERIVED = 1 << 5
    PUBLIC_AUTHORISED = 1 << 6
    UTILITY = 1 << 7
    ENTRUSTED = 1 << 8
    GOVERNMENT = 1 << 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "采集生成",
            "协议取得",
            "自然人数据",
            "公开收集",
            "融合开发",
            "衍生创造",
            "公共数据授权运营",
            "公用事业",
            "委托处理",
            "党政机关履职",
        )


class Sensitivity(Mask):
    """Sensitivity, position = bit."""

    PERSONAL = 1 << 0
    SENSITIVE = 1 << 1
    IMPORTANT = 1 << 2
    CORE = 1 << 3

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "个人信息",
            "敏感个人信息",
            "重要数据",
            "核心数据",
        )


class Limit(Mask):
    """Limit, position = bit."""

    NO_RESALE = 1 << 0
    NO_SUBLICENCE = 1 << 1
    NO_TRAINING = 1 << 2
    NO_CROSS_BORDER = 1 << 3
    NO_DERIVATION = 1 << 4
    QUALIFIED_BUYER = 1 << 5
    NOT_PREMISES = 1 << 6
    NOT_CLOUD = 1 << 7
    NOT_CONNECTOR = 1 << 8
    NOT_API = 1 << 9

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "不可转售",
            "不可再许可",
            "不可训练",
            "不可出境",
            "不可衍生",
            "买方须具资质",
            "不可本地部署",
            "不可云端部署",
            "不可经连接器",
            "不可经接口",
        )


class Basis(Mask):
    """Basis, position = bit."""

    CONTRACT_ALLOCATES = 1 << 0
    PARTICIPANTS_CONSENT = 1 << 1
    NO_SUBSTITUTION = 1 << 2
    PUBLIC_DATA_NUMBER = 1 << 3
    COMPLIANCE_OPINION = 1 << 4
    SOURCE_RIGHT = 1 << 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "合同约定",
            "其他参与方同意",
            "不实质性替代声明",
            "公共数据资源登记号",
            "合规意见",
            "来源使用权",
        )


class Action(Mask):
    """Action, position = bit."""

    READ = 1 << 0
    INDEX = 1 << 1
    AGGREGATE = 1 << 2
    DERIVE = 1 << 3
    EXTRACT = 1 << 4
    ANONYMISE = 1 << 5
    MODIFY = 1 << 6
    REPRODUCE = 1 << 7
    DISTRIBUTE = 1 << 8
    DISPLAY = 1 << 9
    EXECUTE = 1 << 10
    TRAIN = 1 << 11
    FINE_TUNE = 1 << 12
    EVALUATE = 1 << 13
    RETRIEVE = 1 << 14

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "读取",
            "索引",
            "汇聚",
            "衍生",
            "抽取",
            "匿名化",
            "修改",
            "复制",
            "分发",
            "展示",
            "执行",
            "训练",
            "微调",
            "评测",
            "检索增强",
        )


class Purpose(Mask):
    """Purpose, position = bit."""

    RESEARCH = 1 << 0
    MODEL_TRAINING = 1 << 1
    HUMANOID_TRAINING = 1 << 2
    STAGE_PERFORMANCE = 1 << 3
    TEACHING = 1 << 4
    FILM_AND_VIDEO = 1 << 5
    MEDICAL_RESEARCH = 1 << 6
    CREDIT_RISK = 1 << 7
    SAFETY_ALERT = 1 << 8
    MARKETING = 1 << 9
    URBAN_GOVERNANCE = 1 << 10
    TRAFFIC = 1 << 11
    INTERNAL_OPERATION = 1 << 12

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "科学研究",
            "模型训练",
            "人形机器人训练",
            "舞台演出",
            "教学",
            "影视制作",
            "医学研发",
            "信用风控",
            "安全预警",
            "营销",
            "城市治理",
            "交通",
            "内部经营",
        )


class Industry(Mask):
    """Industry, position = bit."""

    A = 1 << 0
    B = 1 << 1
    C = 1 << 2
    D = 1 << 3
    E = 1 << 4
    F = 1 << 5
    G = 1 << 6
    H = 1 << 7
    I = 1 << 8
    J = 1 << 9
    K = 1 << 10
    L = 1 << 11
    M = 1 << 12
    N = 1 << 13
    O = 1 << 14
    P = 1 << 15
    Q = 1 << 16
    R = 1 << 17
    S = 1 << 18
    T = 1 << 19

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "农林牧渔业",
            "采矿业",
            "制造业",
            "电力热力燃气及水",
            "建筑业",
            "批发和零售业",
            "交通运输仓储邮政",
            "住宿和餐饮业",
            "信息传输软件和信息技术",
            "金融业",
            "房地产业",
            "租赁和商务服务业",
            "科学研究和技术服务业",
            "水利环境公共设施",
            "居民服务",
            "教育",
            "卫生和社会工作",
            "文化体育娱乐",
            "公共管理",
            "国际组织",
        )


class Region(Mask):
    """Region, position = bit."""

    CN11 = 1 << 0
    CN12 = 1 << 1
    CN13 = 1 << 2
    CN14 = 1 << 3
    CN15 = 1 << 4
    CN21 = 1 << 5
    CN22 = 1 << 6
    CN23 = 1 << 7
    CN31 = 1 << 8
    CN32 = 1 << 9
    CN33 = 1 << 10
    CN34 = 1 << 11
    CN35 = 1 << 12
    CN36 = 1 << 13
    CN37 = 1 << 14
    CN41 = 1 << 15
    CN42 = 1 << 16
    CN43 = 1 << 17
    CN44 = 1 << 18
    CN45 = 1 << 19
    CN46 = 1 << 20
    CN50 = 1 << 21
    CN51 = 1 << 22
    CN52 = 1 << 23
    CN53 = 1 << 24
    CN54 = 1 << 25
    CN61 = 1 << 26
    CN62 = 1 << 27
    CN63 = 1 << 28
    CN64 = 1 << 29
    CN65 = 1 << 30
    CN71 = 1 << 31
    CN81 = 1 << 32
    CN82 = 1 << 33
    ABROAD = 1 << 34

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "北京",
            "天津",
            "河北",
            "山西",
            "内蒙古",
            "辽宁",
            "吉林",
            "黑龙江",
            "上海",
            "江苏",
            "浙江",
            "安徽",
            "福建",
            "江西",
            "山东",
            "河南",
            "湖北",
            "湖南",
            "广东",
            "广西",
            "海南",
            "重庆",
            "四川",
            "贵州",
            "云南",
            "西藏",
            "陕西",
            "甘肃",
            "青海",
            "宁夏",
            "新疆",
            "台湾",
            "香港",
            "澳门",
            "境外",
        )


class Environment(Mask):
    """Environment, position = bit."""

    PREMISES = 1 << 0
    CLOUD = 1 << 1
    CONNECTOR = 1 << 2
    API = 1 << 3
    SANDBOX = 1 << 4
    TRUSTED_HARDWARE = 1 << 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "本地部署",
            "云端",
            "连接器",
            "接口",
            "沙箱",
            "可信执行环境",
        )


class Delivery(Mask):
    """Delivery, position = bit."""

    API = 1 << 0
    FILE = 1 << 1
    SANDBOX = 1 << 2
    REPORT = 1 << 3
    CONNECTOR = 1 << 4
    MODEL = 1 << 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "接口",
            "文件",
            "沙箱",
            "报告",
            "连接器",
            "模型",
        )


class DisputeSide(Mask):
    """DisputeSide, position = bit."""

    OBJECTOR = 1 << 0
    HOLDER = 1 << 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "异议人",
            "权利人",
        )


class Role(Mask):
    """Role, position = bit."""

    OPERATOR = 1 << 0
    REGISTRAR = 1 << 1
    EXCHANGE = 1 << 2
    FILING_AGENT = 1 << 3
    HOLDER = 1 << 4
    MERCHANT = 1 << 5
    BANK = 1 << 6
    GUARANTOR = 1 << 7
    LESSOR = 1 << 8
    ATTESTOR = 1 << 9
    COURT = 1 << 10
    REGULATOR = 1 << 11
    CUSTODIAN = 1 << 12
    NOTARY = 1 << 13
    AUDITOR = 1 << 14
    NODE_OPERATOR = 1 << 15

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "运营方",
            "登记机构",
            "数据交易场所",
            "申请代理",
            "权利人",
            "数商",
            "银行",
            "担保机构",
            "融资租赁公司",
            "意见出具机构",
            "法院",
            "监管机关",
            "托管人",
            "公证机构",
            "审计机构",
            "节点运营方",
        )


class Power(Mask):
    """Power, position = bit."""

    GOVERN = 1 << 0
    ADMIT = 1 << 1
    BIND = 1 << 2
    MANDATE = 1 << 3
    FILE = 1 << 4
    DISPOSE = 1 << 5
    CHARGE = 1 << 6
    LICENSE = 1 << 7
    LICENSE_EXCLUSIVE = 1 << 8
    ACCEPT = 1 << 9
    CONSENT = 1 << 10
    RELEASE = 1 << 11
    ACKNOWLEDGE = 1 << 12
    REVIEW = 1 << 13
    APPROVE = 1 << 14
    RECORD = 1 << 15
    ATTEST = 1 << 16
    OBJECT = 1 << 17
    MACHINE = 1 << 18
    METER = 1 << 19
    ENFORCE = 1 << 20

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "治理",
            "准入",
            "经办人管理",
            "委托",
            "申请登记",
            "处分",
            "设定担保",
            "普通许可",
            "独占许可",
            "受让与受许可",
            "作为权利人同意",
            "解除担保",
            "确认",
            "审查",
            "决定",
            "备案记录",
            "出具意见",
            "提出异议",
            "机器(不计入双人)",
            "用量计量",
            "实现担保",
        )


class AmendmentMark(Mask):
    """AmendmentMark, position = bit."""

    ADVERSE = 1 << 0
    RENEWAL_COVENANT = 1 << 1

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "对后顺位不利",
            "约定续期",
        )


class SecuredScope(Mask):
    """SecuredScope, position = bit."""

    INTEREST = 1 << 0
    DEFAULT_INTEREST = 1 << 1
    DAMAGES = 1 << 2
    COSTS_OF_REALISATION = 1 << 3
    CUSTODY = 1 << 4

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "利息",
            "违约金",
            "损害赔偿金",
            "实现担保权费用",
            "保管费用",
        )


class Standing(Mask):
    """Standing, position = bit."""

    HOLD_WITHHELD = 1 << 0
    USE_WITHHELD = 1 << 1
    OPERATE_WITHHELD = 1 << 2
    SOURCE_LOST = 1 << 3
    SOURCED = 1 << 4
    ASSENTED = 1 << 5

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "有来源未给予持有权",
            "有来源未给予使用权",
            "有来源未给予经营权",
            "有来源已撤回",
            "有来源依据或衍生关系",
            "有其他参与方同意",
        )


class LeaseFlag(Mask):
    """LeaseFlag, position = bit."""

    PRICE_WITHIN = 1 << 0
    INCOME_PRODUCING = 1 << 1
    CONTESTED = 1 << 2


class LicenceFlag(Mask):
    """LicenceFlag, position = bit."""

    REDISTRIBUTE = 1 << 0
    SUBLICENSE = 1 << 1
    TRAIN = 1 << 2
    KEEP_WEIGHTS = 1 << 3
    CROSS_BORDER = 1 << 4
    AUDIT = 1 << 5
    SUSPENDED_BY_REGISTRAR = 1 << 6
    NOTICED_BY_LICENSEE = 1 << 7
    NOTICED_BY_LICENSOR = 1 << 8
    LEASED_BACK = 1 << 9
    BLIND = 1 << 10


class ObjectionFlag(Mask):
    """ObjectionFlag, position = bit."""

    RETURNED = 1 << 0
    MEDIATING = 1 << 1


class CaseFlag(Mask):
    """CaseFlag, position = bit."""

    DEEMED = 1 << 0
    EXTENDED = 1 << 1
    CORRECTED_ONCE = 1 << 2
    WAIVER_ASKED = 1 << 3
    WAIVED = 1 << 4
    REASSIGNED = 1 << 5


class SecurityFlag(Mask):
    """SecurityFlag, position = bit."""

    FORFEITURE_FREE = 1 << 0
    INCLUDES_PROCEEDS = 1 << 1
    INCLUDES_DERIVED = 1 << 2
    SELF_HELP = 1 << 3
    NEGATIVE_PLEDGE = 1 << 4
    PURCHASE_MONEY = 1 << 5
    RENEWAL_COVENANT = 1 << 6
    CANCEL_FILED = 1 << 7
    ESCALATED = 1 << 8


@dataclass(frozen=True, slots=True)
class Attestation(Word):
    """评估与意见: What an accredited body says of a data object (SM-10); expiry is derived from until, suspension from its accreditation.

    It is `attestations[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.attestations"
    SLOT: ClassVar[int] = 0xB609D8D7D7A616EB15CC1A8E0DEBAA3A7372D7418B866A3922CD7061989CF800
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "kind": (4, "what it is about"),
        "state": (3, "SM-10"),
        "purpose": (3, "what it was made for (rule 80)"),
        "headline": (4, "its public conclusion"),
        "rights": (3, "rights it is about, 0 = the data as a whole"),
        "attestor": (24, "party that says it"),
        "signer": (24, "officer who signed first: never the countersigner"),
        "base": (16, "legal day it speaks of (rule 80)"),
        "until": (16, "last legal day it is valid"),
        "issued": (16, "legal day it was issued"),
        "successor": (24, "attestation that superseded it, 0 = none"),
        "since": (40, "legal time of its last act"),
    }

    kind: AttestationKind = AttestationKind.NONE
    """what it is about"""
    state: AttestationState = AttestationState.NONE
    """SM-10"""
    purpose: AttestationPurpose = AttestationPurpose.NONE
    """what it was made for (rule 80)"""
    headline: Headline = Headline.NONE
    """its public conclusion"""
    rights: Right = Right(0)
    """rights it is about, 0 = the data as a whole"""
    attestor: int = 0
    """party that says it"""
    signer: int = 0
    """officer who signed first: never the countersigner"""
    base: int = 0
    """legal day it speaks of (rule 80)"""
    until: int = 0
    """last legal day it is valid"""
    issued: int = 0
    """legal day it was issued"""
    successor: int = 0
    """attestation that superseded it, 0 = none"""
    since: int = 0
    """legal time of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 177, "Attestation")
        return cls(
            kind=AttestationKind(word & 0xF),
            state=AttestationState(word >> 4 & 0x7),
            purpose=AttestationPurpose(word >> 7 & 0x7),
            headline=Headline(word >> 10 & 0xF),
            rights=Right(word >> 14 & 0x7),
            attestor=word >> 17 & 0xFFFFFF,
            signer=word >> 41 & 0xFFFFFF,
            base=word >> 65 & 0xFFFF,
            until=word >> 81 & 0xFFFF,
            issued=word >> 97 & 0xFFFF,
            successor=word >> 113 & 0xFFFFFF,
            since=word >> 137 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.kind, 4, "Attestation.kind")
            | fit(self.state, 3, "Attestation.state") << 4
            | fit(self.purpose, 3, "Attestation.purpose") << 7
            | fit(self.headline, 4, "Attestation.headline") << 10
            | fit(self.rights, 3, "Attestation.rights") << 14
            | fit(self.attestor, 24, "Attestation.attestor") << 17
            | fit(self.signer, 24, "Attestation.signer") << 41
            | fit(self.base, 16, "Attestation.base") << 65
            | fit(self.until, 16, "Attestation.until") << 81
            | fit(self.issued, 16, "Attestation.issued") << 97
            | fit(self.successor, 24, "Attestation.successor") << 113
            | fit(self.since, 40, "Attestation.since") << 137
        )


@dataclass(frozen=True, slots=True)
class Parameters(Word):
    """参数: Numbers the law leaves open or may change (E28). A clock copies what it uses at its start.

    It is `parameters`.
    """

    NAMESPACE: ClassVar[str] = "dpr.book"
    SLOT: ClassVar[int] = 0xE44B5F50402CA4ABCAE41BB359F422EBEC1FB73347B5705F1C6146011692DD00
    KEYS: ClassVar[tuple[str, ...]] = ()
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "accept_days": (6, "working days to accept or ask for correction (rule 23)"),
        "review_days": (6, "working days to review (rule 24)"),
        "extension_days": (6, "working days one extension may add (rule 24)"),
        "notice_days": (5, "working days of a public notice (rule 25)"),
        "decide_days": (6, "working days to decide an objection in the notice (rule 27)"),
        "notify_days": (6, "working days to notify the holder of an objection (rule 38)"),
        "credential_years": (4, "validity at most, years (rule 28)"),
        "tolerance": (12, "seconds a legal time may lie ahead of block time (rule 124)"),
        "late_entry_days": (3, "working days a legal time may lie back"),
        "filing_days": (6, "days a filing's deadline may lie ahead"),
        "notice_of_breach_days": (6, "days between a notice of breach and an end for cause (rule 54)"),
        "dispute_effects": (12, "what a dispute forbids (rule 39)"),
        "answer_days": (6, "working days a holder has to answer an objection; silence contests (rule 38)"),
        "litigation_days": (6, "working days to sue after a conclusion or its rejection (rule 38)"),
    }

    accept_days: int = 0
    """working days to accept or ask for correction (rule 23)"""
    review_days: int = 0
    """working days to review (rule 24)"""
    extension_days: int = 0
    """working days one extension may add (rule 24)"""
    notice_days: int = 0
    """working days of a public notice (rule 25)"""
    decide_days: int = 0
    """working days to decide an objection in the notice (rule 27)"""
    notify_days: int = 0
    """working days to notify the holder of an objection (rule 38)"""
    credential_years: int = 0
    """validity at most, years (rule 28)"""
    tolerance: int = 0
    """seconds a legal time may lie ahead of block time (rule 124)"""
    late_entry_days: int = 0
    """working days a legal time may lie back"""
    filing_days: int = 0
    """days a filing's deadline may lie ahead"""
    notice_of_breach_days: int = 0
    """days between a notice of breach and an end for cause (rule 54)"""
    dispute_effects: Effect = Effect(0)
    """what a dispute forbids (rule 39)"""
    answer_days: int = 0
    """working days a holder has to answer an objection; silence contests (rule 38)"""
    litigation_days: int = 0
    """working days to sue after a conclusion or its rejection (rule 38)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 90, "Parameters")
        return cls(
            accept_days=word & 0x3F,
            review_days=word >> 6 & 0x3F,
            extension_days=word >> 12 & 0x3F,
            notice_days=word >> 18 & 0x1F,
            decide_days=word >> 23 & 0x3F,
            notify_days=word >> 29 & 0x3F,
            credential_years=word >> 35 & 0xF,
            tolerance=word >> 39 & 0xFFF,
            late_entry_days=word >> 51 & 0x7,
            filing_days=word >> 54 & 0x3F,
            notice_of_breach_days=word >> 60 & 0x3F,
            dispute_effects=Effect(word >> 66 & 0xFFF),
            answer_days=word >> 78 & 0x3F,
            litigation_days=word >> 84 & 0x3F,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.accept_days, 6, "Parameters.accept_days")
            | fit(self.review_days, 6, "Parameters.review_days") << 6
            | fit(self.extension_days, 6, "Parameters.extension_days") << 12
            | fit(self.notice_days, 5, "Parameters.notice_days") << 18
            | fit(self.decide_days, 6, "Parameters.decide_days") << 23
            | fit(self.notify_days, 6, "Parameters.notify_days") << 29
            | fit(self.credential_years, 4, "Parameters.credential_years") << 35
            | fit(self.tolerance, 12, "Parameters.tolerance") << 39
            | fit(self.late_entry_days, 3, "Parameters.late_entry_days") << 51
            | fit(self.filing_days, 6, "Parameters.filing_days") << 54
            | fit(self.notice_of_breach_days, 6, "Parameters.notice_of_breach_days") << 60
            | fit(self.dispute_effects, 12, "Parameters.dispute_effects") << 66
            | fit(self.answer_days, 6, "Parameters.answer_days") << 78
            | fit(self.litigation_days, 6, "Parameters.litigation_days") << 84
        )


@dataclass(frozen=True, slots=True)
class Span(Word):
    """日历范围: The days the working calendar covers; a day outside is CalendarMissing.

    It is `span`.
    """

    NAMESPACE: ClassVar[str] = "dpr.book"
    SLOT: ClassVar[int] = 0xE44B5F50402CA4ABCAE41BB359F422EBEC1FB73347B5705F1C6146011692DD01
    KEYS: ClassVar[tuple[str, ...]] = ()
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "from_": (16, "first legal day loaded"),
        "until": (16, "last legal day loaded"),
        "version": (16, "how often it was loaded or corrected (rule 125)"),
    }

    from_: int = 0
    """first legal day loaded"""
    until: int = 0
    """last legal day loaded"""
    version: int = 0
    """how often it was loaded or corrected (rule 125)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 48, "Span")
        return cls(
            from_=word & 0xFFFF,
            until=word >> 16 & 0xFFFF,
            version=word >> 32 & 0xFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.from_, 16, "Span.from_")
            | fit(self.until, 16, "Span.until") << 16
            | fit(self.version, 16, "Span.version") << 32
        )


@dataclass(frozen=True, slots=True)
class WorkingDays(Word):
    """工作日位图: Which of 256 legal days are working days.

    It is `workingDays[day / 256]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.book"
    SLOT: ClassVar[int] = 0xE44B5F50402CA4ABCAE41BB359F422EBEC1FB73347B5705F1C6146011692DD02
    KEYS: ClassVar[tuple[str, ...]] = ("day / 256",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "working": (256, "bit day % 256 set: a working day"),
    }

    working: int = 0
    """bit day % 256 set: a working day"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "WorkingDays")
        return cls(
            working=word & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.working, 256, "WorkingDays.working")


@dataclass(frozen=True, slots=True)
class Burden(Word):
    """负担: Anything that may stop an act on an entry (or, keyed by party, on all a party holds).

    It is `burdens[subject][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.burdens"
    SLOT: ClassVar[int] = 0x029BCACF7F4A9CB3694DB647408AF4C9BA34E38E03752F9B66DD40DF1C19D400
    KEYS: ClassVar[tuple[str, ...]] = (
        "subject",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "kind": (5, "what it is"),
        "state": (4, "open or closed"),
        "rights": (3, "rights it lies on"),
        "effects": (12, "acts it forbids"),
        "waivable": (1, "1 when its party may consent"),
        "party": (24, "whose it is: creditor, objector, licensee"),
        "grantor": (24, "who gave it, 0 when nobody did; a transfer does not change who did"),
        "since": (40, "legal time of its last act"),
        "day": (16, "legal day it was recorded"),
        "until": (16, "last legal day, 0 = open-ended; while queued the days it will run once promoted (rule 114)"),
        "ack": (24, "party that must acknowledge some of its acts, a linked guarantor, 0 = nobody"),
        "acks": (5, "which"),
    }

    kind: BurdenKind = BurdenKind.NONE
    """what it is"""
    state: BurdenState = BurdenState.NONE
    """open or closed"""
    rights: Right = Right(0)
    """rights it lies on"""
    effects: Effect = Effect(0)
    """acts it forbids"""
    waivable: int = 0
    """1 when its party may consent"""
    party: int = 0
    """whose it is: creditor, objector, licensee"""
    grantor: int = 0
    """who gave it, 0 when nobody did; a transfer does not change who did"""
    since: int = 0
    """legal time of its last act"""
    day: int = 0
    """legal day it was recorded"""
    until: int = 0
    """last legal day, 0 = open-ended; while queued the days it will run once promoted (rule 114)"""
    ack: int = 0
    """party that must acknowledge some of its acts, a linked guarantor, 0 = nobody"""
    acks: Acknowledgement = Acknowledgement(0)
    """which"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 174, "Burden")
        return cls(
            kind=BurdenKind(word & 0x1F),
            state=BurdenState(word >> 5 & 0xF),
            rights=Right(word >> 9 & 0x7),
            effects=Effect(word >> 12 & 0xFFF),
            waivable=word >> 24 & 0x1,
            party=word >> 25 & 0xFFFFFF,
            grantor=word >> 49 & 0xFFFFFF,
            since=word >> 73 & 0xFFFFFFFFFF,
            day=word >> 113 & 0xFFFF,
            until=word >> 129 & 0xFFFF,
            ack=word >> 145 & 0xFFFFFF,
            acks=Acknowledgement(word >> 169 & 0x1F),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.kind, 5, "Burden.kind")
            | fit(self.state, 4, "Burden.state") << 5
            | fit(self.rights, 3, "Burden.rights") << 9
            | fit(self.effects, 12, "Burden.effects") << 12
            | fit(self.waivable, 1, "Burden.waivable") << 24
            | fit(self.party, 24, "Burden.party") << 25
            | fit(self.grantor, 24, "Burden.grantor") << 49
            | fit(self.since, 40, "Burden.since") << 73
            | fit(self.day, 16, "Burden.day") << 113
            | fit(self.until, 16, "Burden.until") << 129
            | fit(self.ack, 24, "Burden.ack") << 145
            | fit(self.acks, 5, "Burden.acks") << 169
        )


@dataclass(frozen=True, slots=True)
class Queue(Word):
    """轮候查封: Court orders on an entry that are not closed: the next one waits when there are any.

    It is `queues[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.burdens"
    SLOT: ClassVar[int] = 0x029BCACF7F4A9CB3694DB647408AF4C9BA34E38E03752F9B66DD40DF1C19D401
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "orders": (12, "court orders open or queued: proves their list complete (rule 114)"),
        "latest": (24, "the latest one, closed or not"),
    }

    orders: int = 0
    """court orders open or queued: proves their list complete (rule 114)"""
    latest: int = 0
    """the latest one, closed or not"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 36, "Queue")
        return cls(
            orders=word & 0xFFF,
            latest=word >> 12 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.orders, 12, "Queue.orders") | fit(self.latest, 24, "Queue.latest") << 12


@dataclass(frozen=True, slots=True)
class Transfer(Word):
    """转让: To whom the rights of a transfer case go. Beside the case, whose word is full.

    It is `transfers[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.changes"
    SLOT: ClassVar[int] = 0x35247249780E77FC3F3EF44AFB8E49E20DD7A11C9BF701B9A64DF29835345100
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "transferee": (24, "party the rights go to"),
    }

    transferee: int = 0
    """party the rights go to"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 24, "Transfer")
        return cls(
            transferee=word & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.transferee, 24, "Transfer.transferee")


@dataclass(frozen=True, slots=True)
class Envelope(Word):
    """同意信封: Standing consent of a burden's party: what may be done without asking it. 0 in a set of codes means all.

    It is `envelopes[entry][burden]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.consents"
    SLOT: ClassVar[int] = 0xDAA70BA81DF381C8F011D34EF5CECB8E216CCFB09E35D22F526E2F034FC59A00
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (2, "set or revoked"),
        "mode": (2, "how it stands to each of the first eight effects"),
        "months": (8, "longest term of a licence, months"),
        "cap": (16, "most licences the entry may then have not closed, 0 = any number"),
        "purposes": (24, "what for"),
        "regions": (35, "where"),
        "industries": (20, "field of use"),
        "kinds": (3, "which kinds of licence"),
        "agreed": (5, "what may be expressly agreed, as the low flags of a licence"),
        "silence": (1, "what silence on a request means"),
        "sla": (5, "working days to answer a request, 0 = five"),
        "until": (16, "last legal day of the envelope"),
    }

    state: EnvelopeState = EnvelopeState.NONE
    """set or revoked"""
    mode: tuple[
        ConsentMode, ConsentMode, ConsentMode, ConsentMode, ConsentMode, ConsentMode, ConsentMode, ConsentMode
    ] = (
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
        ConsentMode.CASE_BY_CASE,
    )
    """how it stands to each of the first eight effects"""
    months: int = 0
    """longest term of a licence, months"""
    cap: int = 0
    """most licences the entry may then have not closed, 0 = any number"""
    purposes: Purpose = Purpose(0)
    """what for"""
    regions: Region = Region(0)
    """where"""
    industries: Industry = Industry(0)
    """field of use"""
    kinds: LicenceKindSet = LicenceKindSet(0)
    """which kinds of licence"""
    agreed: EnvelopeTerm = EnvelopeTerm(0)
    """what may be expressly agreed, as the low flags of a licence"""
    silence: Silence = Silence.REFUSES
    """what silence on a request means"""
    sla: int = 0
    """working days to answer a request, 0 = five"""
    until: int = 0
    """last legal day of the envelope"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 151, "Envelope")
        return cls(
            state=EnvelopeState(word & 0x3),
            mode=(
                ConsentMode(word >> 2 & 0x3),
                ConsentMode(word >> 4 & 0x3),
                ConsentMode(word >> 6 & 0x3),
                ConsentMode(word >> 8 & 0x3),
                ConsentMode(word >> 10 & 0x3),
                ConsentMode(word >> 12 & 0x3),
                ConsentMode(word >> 14 & 0x3),
                ConsentMode(word >> 16 & 0x3),
            ),
            months=word >> 18 & 0xFF,
            cap=word >> 26 & 0xFFFF,
            purposes=Purpose(word >> 42 & 0xFFFFFF),
            regions=Region(word >> 66 & 0x7FFFFFFFF),
            industries=Industry(word >> 101 & 0xFFFFF),
            kinds=LicenceKindSet(word >> 121 & 0x7),
            agreed=EnvelopeTerm(word >> 124 & 0x1F),
            silence=Silence(word >> 129 & 0x1),
            sla=word >> 130 & 0x1F,
            until=word >> 135 & 0xFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 2, "Envelope.state")
            | fit(self.mode[0], 2, "Envelope.mode[0]") << 2
            | fit(self.mode[1], 2, "Envelope.mode[1]") << 4
            | fit(self.mode[2], 2, "Envelope.mode[2]") << 6
            | fit(self.mode[3], 2, "Envelope.mode[3]") << 8
            | fit(self.mode[4], 2, "Envelope.mode[4]") << 10
            | fit(self.mode[5], 2, "Envelope.mode[5]") << 12
            | fit(self.mode[6], 2, "Envelope.mode[6]") << 14
            | fit(self.mode[7], 2, "Envelope.mode[7]") << 16
            | fit(self.months, 8, "Envelope.months") << 18
            | fit(self.cap, 16, "Envelope.cap") << 26
            | fit(self.purposes, 24, "Envelope.purposes") << 42
            | fit(self.regions, 35, "Envelope.regions") << 66
            | fit(self.industries, 20, "Envelope.industries") << 101
            | fit(self.kinds, 3, "Envelope.kinds") << 121
            | fit(self.agreed, 5, "Envelope.agreed") << 124
            | fit(self.silence, 1, "Envelope.silence") << 129
            | fit(self.sla, 5, "Envelope.sla") << 130
            | fit(self.until, 16, "Envelope.until") << 135
        )


@dataclass(frozen=True, slots=True)
class Consent(Word):
    """同意: Consent of a burden's party to exactly one matter, used once.

    It is `consents[entry][burden][matter]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.consents"
    SLOT: ClassVar[int] = 0xDAA70BA81DF381C8F011D34EF5CECB8E216CCFB09E35D22F526E2F034FC59A01
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "burden",
        "matter",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (3, "deemed consent and refusal by silence are derived"),
        "party": (24, "who is asked: the burden's party"),
        "requester": (24, "who asked, and may use it"),
        "since": (40, "legal time of its last act"),
        "day": (16, "legal day of the request: the clock starts here"),
        "sla": (5, "working days to answer"),
        "silence": (1, "what silence means"),
        "until": (16, "last legal day on which it may be used, 0 = until it is revoked"),
        "line": (24, "line of the entry that used it: it counts for the very next act there"),
    }

    state: ConsentState = ConsentState.NONE
    """deemed consent and refusal by silence are derived"""
    party: int = 0
    """who is asked: the burden's party"""
    requester: int = 0
    """who asked, and may use it"""
    since: int = 0
    """legal time of its last act"""
    day: int = 0
    """legal day of the request: the clock starts here"""
    sla: int = 0
    """working days to answer"""
    silence: Silence = Silence.REFUSES
    """what silence means"""
    until: int = 0
    """last legal day on which it may be used, 0 = until it is revoked"""
    line: int = 0
    """line of the entry that used it: it counts for the very next act there"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 153, "Consent")
        return cls(
            state=ConsentState(word & 0x7),
            party=word >> 3 & 0xFFFFFF,
            requester=word >> 27 & 0xFFFFFF,
            since=word >> 51 & 0xFFFFFFFFFF,
            day=word >> 91 & 0xFFFF,
            sla=word >> 107 & 0x1F,
            silence=Silence(word >> 112 & 0x1),
            until=word >> 113 & 0xFFFF,
            line=word >> 129 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 3, "Consent.state")
            | fit(self.party, 24, "Consent.party") << 3
            | fit(self.requester, 24, "Consent.requester") << 27
            | fit(self.since, 40, "Consent.since") << 51
            | fit(self.day, 16, "Consent.day") << 91
            | fit(self.sla, 5, "Consent.sla") << 107
            | fit(self.silence, 1, "Consent.silence") << 112
            | fit(self.until, 16, "Consent.until") << 113
            | fit(self.line, 24, "Consent.line") << 129
        )


@dataclass(frozen=True, slots=True)
class Enforcement(Word):
    """担保权实现: A security being realised (SM-9): by sale, by set-off at a value, or by managing the right and taking its income.

    It is `enforcements[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.enforcements"
    SLOT: ClassVar[int] = 0xCC9A76DB8B5E2A0DE7DA4BBA2CC655C85FA311C806833C04CBED154AAB883900
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (4, "SM-9"),
        "method": (3, "how the right is realised"),
        "basis": (2, "by whose will it is realised so"),
        "trigger": (3, "why it was opened (rules 93, 94)"),
        "stay": (2, "what stops it now (rule 99)"),
        "rights": (3, "rights that are realised"),
        "rounds": (4, "rounds nobody bid in"),
        "security": (24, "the security that is realised"),
        "court": (24, "court whose instrument it follows, 0 = none"),
        "ordered": (24, "line by which that court's latest instrument was entered"),
        "noticed": (16, "legal day of the latest notice to interest holders (rule 96)"),
        "valuation": (24, "attestation of value relied on (rule 95)"),
        "buyer": (24, "party the rights are sold to, 0 = nobody yet"),
        "settled": (24, "line of the settlement, 0 = not yet: what is older falls or stays by law (rules 51, 97)"),
        "settled_on": (16, "legal day of the settlement"),
        "since": (40, "legal time of its last act"),
    }

    state: EnforcementState = EnforcementState.NONE
    """SM-9"""
    method: EnforcementMethod = EnforcementMethod.NONE
    """how the right is realised"""
    basis: EnforcementBasis = EnforcementBasis.NONE
    """by whose will it is realised so"""
    trigger: EnforcementTrigger = EnforcementTrigger.NONE
    """why it was opened (rules 93, 94)"""
    stay: Stay = Stay.NONE
    """what stops it now (rule 99)"""
    rights: Right = Right(0)
    """rights that are realised"""
    rounds: int = 0
    """rounds nobody bid in"""
    security: int = 0
    """the security that is realised"""
    court: int = 0
    """court whose instrument it follows, 0 = none"""
    ordered: int = 0
    """line by which that court's latest instrument was entered"""
    noticed: int = 0
    """legal day of the latest notice to interest holders (rule 96)"""
    valuation: int = 0
    """attestation of value relied on (rule 95)"""
    buyer: int = 0
    """party the rights are sold to, 0 = nobody yet"""
    settled: int = 0
    """line of the settlement, 0 = not yet: what is older falls or stays by law (rules 51, 97)"""
    settled_on: int = 0
    """legal day of the settlement"""
    since: int = 0
    """legal time of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 237, "Enforcement")
        return cls(
            state=EnforcementState(word & 0xF),
            method=EnforcementMethod(word >> 4 & 0x7),
            basis=EnforcementBasis(word >> 7 & 0x3),
            trigger=EnforcementTrigger(word >> 9 & 0x7),
            stay=Stay(word >> 12 & 0x3),
            rights=Right(word >> 14 & 0x7),
            rounds=word >> 17 & 0xF,
            security=word >> 21 & 0xFFFFFF,
            court=word >> 45 & 0xFFFFFF,
            ordered=word >> 69 & 0xFFFFFF,
            noticed=word >> 93 & 0xFFFF,
            valuation=word >> 109 & 0xFFFFFF,
            buyer=word >> 133 & 0xFFFFFF,
            settled=word >> 157 & 0xFFFFFF,
            settled_on=word >> 181 & 0xFFFF,
            since=word >> 197 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 4, "Enforcement.state")
            | fit(self.method, 3, "Enforcement.method") << 4
            | fit(self.basis, 2, "Enforcement.basis") << 7
            | fit(self.trigger, 3, "Enforcement.trigger") << 9
            | fit(self.stay, 2, "Enforcement.stay") << 12
            | fit(self.rights, 3, "Enforcement.rights") << 14
            | fit(self.rounds, 4, "Enforcement.rounds") << 17
            | fit(self.security, 24, "Enforcement.security") << 21
            | fit(self.court, 24, "Enforcement.court") << 45
            | fit(self.ordered, 24, "Enforcement.ordered") << 69
            | fit(self.noticed, 16, "Enforcement.noticed") << 93
            | fit(self.valuation, 24, "Enforcement.valuation") << 109
            | fit(self.buyer, 24, "Enforcement.buyer") << 133
            | fit(self.settled, 24, "Enforcement.settled") << 157
            | fit(self.settled_on, 16, "Enforcement.settled_on") << 181
            | fit(self.since, 40, "Enforcement.since") << 197
        )


@dataclass(frozen=True, slots=True)
class Management(Word):
    """强制管理: The right is managed for its creditors: the operator licenses in the holder's place and takes the income.

    It is `managements[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.enforcements"
    SLOT: ClassVar[int] = 0xCC9A76DB8B5E2A0DE7DA4BBA2CC655C85FA311C806833C04CBED154AAB883901
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "operator": (24, "party that licenses in the holder's place"),
        "enforcement": (24, "for which enforcement"),
        "from_": (16, "first legal day of the income period"),
        "until": (16, "last legal day of it"),
        "through": (16, "last legal day whose income is reported"),
        "over": (1, "1 when the right was returned"),
    }

    operator: int = 0
    """party that licenses in the holder's place"""
    enforcement: int = 0
    """for which enforcement"""
    from_: int = 0
    """first legal day of the income period"""
    until: int = 0
    """last legal day of it"""
    through: int = 0
    """last legal day whose income is reported"""
    over: int = 0
    """1 when the right was returned"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 97, "Management")
        return cls(
            operator=word & 0xFFFFFF,
            enforcement=word >> 24 & 0xFFFFFF,
            from_=word >> 48 & 0xFFFF,
            until=word >> 64 & 0xFFFF,
            through=word >> 80 & 0xFFFF,
            over=word >> 96 & 0x1,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.operator, 24, "Management.operator")
            | fit(self.enforcement, 24, "Management.enforcement") << 24
            | fit(self.from_, 16, "Management.from_") << 48
            | fit(self.until, 16, "Management.until") << 64
            | fit(self.through, 16, "Management.through") << 80
            | fit(self.over, 1, "Management.over") << 96
        )


@dataclass(frozen=True, slots=True)
class Head(Word):
    """登记项头: What is true of an entry now. Until the first anchoring only what its sources say: limits, the earliest end, and the edition.

    It is `heads[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.entries"
    SLOT: ClassVar[int] = 0xA6995E7E9486DABE375FE571E79EFF0D9CA020A38260B6B62B46087429A03100
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "holder": (24, "party holding HOLD, USE, OPERATE"),
        "until": (16, "last legal day of the right"),
        "status": (2, "each right's slot; a lapse is derived from until"),
        "registrar": (24, "party keeping this entry (rule 31)"),
        "burdens": (12, "burdens not closed: proves lists complete"),
        "licences": (20, "licences not closed: proves lists complete"),
        "edition": (
            24,
            "moves when holders, validity, burdens, licences or data do; never comes back, for each move is a line",
        ),
        "origins": (10, "where the data come from, a set"),
        "sensitivity": (4, "personal, important and core data"),
        "limits": (14, "what licences may not allow"),
        "source_until": (16, "earliest end of a source's term, 0 = none"),
        "bases": (6, "evidence the registrar holds"),
    }

    holder: tuple[int, int, int] = (0, 0, 0)
    """party holding HOLD, USE, OPERATE"""
    until: tuple[int, int, int] = (0, 0, 0)
    """last legal day of the right"""
    status: tuple[SlotStatus, SlotStatus, SlotStatus] = (SlotStatus.EMPTY, SlotStatus.EMPTY, SlotStatus.EMPTY)
    """each right's slot; a lapse is derived from until"""
    registrar: int = 0
    """party keeping this entry (rule 31)"""
    burdens: int = 0
    """burdens not closed: proves lists complete"""
    licences: int = 0
    """licences not closed: proves lists complete"""
    edition: int = 0
    """moves when holders, validity, burdens, licences or data do; never comes back, for each move is a line"""
    origins: Origin = Origin(0)
    """where the data come from, a set"""
    sensitivity: Sensitivity = Sensitivity(0)
    """personal, important and core data"""
    limits: Limit = Limit(0)
    """what licences may not allow"""
    source_until: int = 0
    """earliest end of a source's term, 0 = none"""
    bases: Basis = Basis(0)
    """evidence the registrar holds"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Head")
        return cls(
            holder=(word & 0xFFFFFF, word >> 24 & 0xFFFFFF, word >> 48 & 0xFFFFFF),
            until=(word >> 72 & 0xFFFF, word >> 88 & 0xFFFF, word >> 104 & 0xFFFF),
            status=(SlotStatus(word >> 120 & 0x3), SlotStatus(word >> 122 & 0x3), SlotStatus(word >> 124 & 0x3)),
            registrar=word >> 126 & 0xFFFFFF,
            burdens=word >> 150 & 0xFFF,
            licences=word >> 162 & 0xFFFFF,
            edition=word >> 182 & 0xFFFFFF,
            origins=Origin(word >> 206 & 0x3FF),
            sensitivity=Sensitivity(word >> 216 & 0xF),
            limits=Limit(word >> 220 & 0x3FFF),
            source_until=word >> 234 & 0xFFFF,
            bases=Basis(word >> 250 & 0x3F),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.holder[0], 24, "Head.holder[0]")
            | fit(self.holder[1], 24, "Head.holder[1]") << 24
            | fit(self.holder[2], 24, "Head.holder[2]") << 48
            | fit(self.until[0], 16, "Head.until[0]") << 72
            | fit(self.until[1], 16, "Head.until[1]") << 88
            | fit(self.until[2], 16, "Head.until[2]") << 104
            | fit(self.status[0], 2, "Head.status[0]") << 120
            | fit(self.status[1], 2, "Head.status[1]") << 122
            | fit(self.status[2], 2, "Head.status[2]") << 124
            | fit(self.registrar, 24, "Head.registrar") << 126
            | fit(self.burdens, 12, "Head.burdens") << 150
            | fit(self.licences, 20, "Head.licences") << 162
            | fit(self.edition, 24, "Head.edition") << 182
            | fit(self.origins, 10, "Head.origins") << 206
            | fit(self.sensitivity, 4, "Head.sensitivity") << 216
            | fit(self.limits, 14, "Head.limits") << 220
            | fit(self.source_until, 16, "Head.source_until") << 234
            | fit(self.bases, 6, "Head.bases") << 250
        )


@dataclass(frozen=True, slots=True)
class Guarantee(Word):
    """保证: Somebody answers for a debt with all it has (SM-8); linked to the security of the same debt.

    It is `guarantees[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.guarantees"
    SLOT: ClassVar[int] = 0xDA39D5007C843827A50B23ED1630916702F5DAAE093349611010B19F54EF2F00
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (3, "SM-8"),
        "mode": (2, "general when the contract is silent (rule 100)"),
        "guarantor": (24, "who answers"),
        "debtor": (24, "for whom"),
        "creditor": (24, "to whom"),
        "security": (24, "the security of the same debt, or the counter-guarantee of the recourse claim"),
        "coverage": (14, "share of the debt, basis points"),
        "from_": (16, "first legal day to claim"),
        "until": (16, "last legal day to claim; six months after maturity when the contract is silent (rule 100)"),
        "acks": (5, "what the guarantor must acknowledge"),
        "claimed": (16, "legal day it was claimed, 0 = not yet"),
        "paid": (16, "legal day it was paid out, 0 = not yet"),
        "since": (40, "legal time of its last act"),
    }

    state: GuaranteeState = GuaranteeState.NONE
    """SM-8"""
    mode: GuaranteeMode = GuaranteeMode.NONE
    """general when the contract is silent (rule 100)"""
    guarantor: int = 0
    """who answers"""
    debtor: int = 0
    """for whom"""
    creditor: int = 0
    """to whom"""
    security: int = 0
    """the security of the same debt, or the counter-guarantee of the recourse claim"""
    coverage: int = 0
    """share of the debt, basis points"""
    from_: int = 0
    """first legal day to claim"""
    until: int = 0
    """last legal day to claim; six months after maturity when the contract is silent (rule 100)"""
    acks: Acknowledgement = Acknowledgement(0)
    """what the guarantor must acknowledge"""
    claimed: int = 0
    """legal day it was claimed, 0 = not yet"""
    paid: int = 0
    """legal day it was paid out, 0 = not yet"""
    since: int = 0
    """legal time of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 224, "Guarantee")
        return cls(
            state=GuaranteeState(word & 0x7),
            mode=GuaranteeMode(word >> 3 & 0x3),
            guarantor=word >> 5 & 0xFFFFFF,
            debtor=word >> 29 & 0xFFFFFF,
            creditor=word >> 53 & 0xFFFFFF,
            security=word >> 77 & 0xFFFFFF,
            coverage=word >> 101 & 0x3FFF,
            from_=word >> 115 & 0xFFFF,
            until=word >> 131 & 0xFFFF,
            acks=Acknowledgement(word >> 147 & 0x1F),
            claimed=word >> 152 & 0xFFFF,
            paid=word >> 168 & 0xFFFF,
            since=word >> 184 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 3, "Guarantee.state")
            | fit(self.mode, 2, "Guarantee.mode") << 3
            | fit(self.guarantor, 24, "Guarantee.guarantor") << 5
            | fit(self.debtor, 24, "Guarantee.debtor") << 29
            | fit(self.creditor, 24, "Guarantee.creditor") << 53
            | fit(self.security, 24, "Guarantee.security") << 77
            | fit(self.coverage, 14, "Guarantee.coverage") << 101
            | fit(self.from_, 16, "Guarantee.from_") << 115
            | fit(self.until, 16, "Guarantee.until") << 131
            | fit(self.acks, 5, "Guarantee.acks") << 147
            | fit(self.claimed, 16, "Guarantee.claimed") << 152
            | fit(self.paid, 16, "Guarantee.paid") << 168
            | fit(self.since, 40, "Guarantee.since") << 184
        )


@dataclass(frozen=True, slots=True)
class Journal(Word):
    """日志: The rolling hash over all lines on one subject: replaying them must give this word.

    It is `journals[subject]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.journals"
    SLOT: ClassVar[int] = 0x6027F5CC662EE2B2804236E91D8EF734C1E08A225AB94256054E371442FCA600
    KEYS: ClassVar[tuple[str, ...]] = ("subject",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "lines": (24, "how many lines the subject has; a line's number is an id"),
        "digest": (232, "the high 232 bits of the last link"),
    }

    lines: int = 0
    """how many lines the subject has; a line's number is an id"""
    digest: int = 0
    """the high 232 bits of the last link"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Journal")
        return cls(
            lines=word & 0xFFFFFF,
            digest=word >> 24 & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.lines, 24, "Journal.lines") | fit(self.digest, 232, "Journal.digest") << 24


@dataclass(frozen=True, slots=True)
class Lease(Word):
    """融资租赁: A finance lease of USE and OPERATE (SM-7). Its LEASE burden has the same number and names lessor and lessee: as party whichever of them is not the holder. Its filing stands in the Security of the same number.

    It is `leases[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.leases"
    SLOT: ClassVar[int] = 0x425FFC68D3D1C6779B9478BA548092F7FC81B5B855972B9C24C829B212F96400
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (4, "SM-7; whether it is filed stands in its Security (rule 108)"),
        "structure": (1, "whose the object was"),
        "title": (1, "whether the rights go to the lessor"),
        "end": (2, "whose they are after the term (rule 111)"),
        "remedy": (2, "what the lessor elected on default: one, once (rule 110)"),
        "instalments": (8, "rents of the whole term"),
        "paid": (8, "rents paid"),
        "overdue": (8, "rents overdue, as the lessor last said"),
        "overdue_bps": (
            14,
            "overdue share of all rents, basis points, rounded down; 0 = not said since the last payment",
        ),
        "demanded": (16, "legal day of the demand, 0 = none"),
        "grace": (8, "days after a demand that the lessee has to pay, as agreed"),
        "licence_back": (24, "exclusive licence to the lessee of what the lessor holds, 0 = none"),
        "lessee": (24, "who has the use"),
        "flags": (6, "what both attest, and whether the lessee contests what is said to be overdue"),
        "valuation": (24, "attestation of value relied on (rule 107)"),
        "book_value": (24, "attestation of book value relied on (rule 107)"),
        "until": (16, "last legal day of the term"),
        "since": (40, "legal time of its last act; what becomes of its filing has the burden's"),
        "default_after": (4, "overdue rents that are a default, 0 = nothing agreed (rule 110)"),
        "default_share": (14, "overdue share of all rents that is one, basis points, likewise"),
    }

    state: LeaseState = LeaseState.NONE
    """SM-7; whether it is filed stands in its Security (rule 108)"""
    structure: LeaseStructure = LeaseStructure.DIRECT
    """whose the object was"""
    title: TitleMode = TitleMode.NOTED
    """whether the rights go to the lessor"""
    end: EndTitle = EndTitle.SILENT
    """whose they are after the term (rule 111)"""
    remedy: Remedy = Remedy.NONE
    """what the lessor elected on default: one, once (rule 110)"""
    instalments: int = 0
    """rents of the whole term"""
    paid: int = 0
    """rents paid"""
    overdue: int = 0
    """rents overdue, as the lessor last said"""
    overdue_bps: int = 0
    """overdue share of all rents, basis points, rounded down; 0 = not said since the last payment"""
    demanded: int = 0
    """legal day of the demand, 0 = none"""
    grace: int = 0
    """days after a demand that the lessee has to pay, as agreed"""
    licence_back: int = 0
    """exclusive licence to the lessee of what the lessor holds, 0 = none"""
    lessee: int = 0
    """who has the use"""
    flags: LeaseFlag = LeaseFlag(0)
    """what both attest, and whether the lessee contests what is said to be overdue"""
    valuation: int = 0
    """attestation of value relied on (rule 107)"""
    book_value: int = 0
    """attestation of book value relied on (rule 107)"""
    until: int = 0
    """last legal day of the term"""
    since: int = 0
    """legal time of its last act; what becomes of its filing has the burden's"""
    default_after: int = 0
    """overdue rents that are a default, 0 = nothing agreed (rule 110)"""
    default_share: int = 0
    """overdue share of all rents that is one, basis points, likewise"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 248, "Lease")
        return cls(
            state=LeaseState(word & 0xF),
            structure=LeaseStructure(word >> 4 & 0x1),
            title=TitleMode(word >> 5 & 0x1),
            end=EndTitle(word >> 6 & 0x3),
            remedy=Remedy(word >> 8 & 0x3),
            instalments=word >> 10 & 0xFF,
            paid=word >> 18 & 0xFF,
            overdue=word >> 26 & 0xFF,
            overdue_bps=word >> 34 & 0x3FFF,
            demanded=word >> 48 & 0xFFFF,
            grace=word >> 64 & 0xFF,
            licence_back=word >> 72 & 0xFFFFFF,
            lessee=word >> 96 & 0xFFFFFF,
            flags=LeaseFlag(word >> 120 & 0x3F),
            valuation=word >> 126 & 0xFFFFFF,
            book_value=word >> 150 & 0xFFFFFF,
            until=word >> 174 & 0xFFFF,
            since=word >> 190 & 0xFFFFFFFFFF,
            default_after=word >> 230 & 0xF,
            default_share=word >> 234 & 0x3FFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 4, "Lease.state")
            | fit(self.structure, 1, "Lease.structure") << 4
            | fit(self.title, 1, "Lease.title") << 5
            | fit(self.end, 2, "Lease.end") << 6
            | fit(self.remedy, 2, "Lease.remedy") << 8
            | fit(self.instalments, 8, "Lease.instalments") << 10
            | fit(self.paid, 8, "Lease.paid") << 18
            | fit(self.overdue, 8, "Lease.overdue") << 26
            | fit(self.overdue_bps, 14, "Lease.overdue_bps") << 34
            | fit(self.demanded, 16, "Lease.demanded") << 48
            | fit(self.grace, 8, "Lease.grace") << 64
            | fit(self.licence_back, 24, "Lease.licence_back") << 72
            | fit(self.lessee, 24, "Lease.lessee") << 96
            | fit(self.flags, 6, "Lease.flags") << 120
            | fit(self.valuation, 24, "Lease.valuation") << 126
            | fit(self.book_value, 24, "Lease.book_value") << 150
            | fit(self.until, 16, "Lease.until") << 174
            | fit(self.since, 40, "Lease.since") << 190
            | fit(self.default_after, 4, "Lease.default_after") << 230
            | fit(self.default_share, 14, "Lease.default_share") << 234
        )


@dataclass(frozen=True, slots=True)
class Page(Word):
    """章节页: Where an act is written: its chapter, and the shape of its calldata.

    It is `pages[selector]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.chapters"
    SLOT: ClassVar[int] = 0xD9E4265DEB19FB7B16B016DEE6D777D5B5B6822252F8922842FDC82C4A6D2100
    KEYS: ClassVar[tuple[str, ...]] = ("selector",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "chapter": (160, "implementation address"),
        "words": (8, "32-byte words in the head of its arguments"),
        "lists": (8, "how many of them, the last ones, are offsets of lists"),
        "paused": (1, "1 while paused"),
    }

    chapter: int = 0
    """implementation address"""
    words: int = 0
    """32-byte words in the head of its arguments"""
    lists: int = 0
    """how many of them, the last ones, are offsets of lists"""
    paused: int = 0
    """1 while paused"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 177, "Page")
        return cls(
            chapter=word & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
            words=word >> 160 & 0xFF,
            lists=word >> 168 & 0xFF,
            paused=word >> 176 & 0x1,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.chapter, 160, "Page.chapter")
            | fit(self.words, 8, "Page.words") << 160
            | fit(self.lists, 8, "Page.lists") << 168
            | fit(self.paused, 1, "Page.paused") << 176
        )


@dataclass(frozen=True, slots=True)
class Nonces(Word):
    """申请序号: Which of 256 nonces of an officer are used; fill them lowest first.

    It is `nonces[officer][group]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.filings"
    SLOT: ClassVar[int] = 0x6DFB49FA383FF7B97708B17DFAE14B3C7AB41067CD8424410C15828D1433CA00
    KEYS: ClassVar[tuple[str, ...]] = (
        "officer",
        "nonce / 256",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "used": (256, "one bit a nonce"),
    }

    used: int = 0
    """one bit a nonce"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Nonces")
        return cls(
            used=word & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.used, 256, "Nonces.used")


@dataclass(frozen=True, slots=True)
class Licence(Word):
    """许可: A licence's terms that conflict tests read; 0 in a set of codes means all.

    It is `licences[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.licences"
    SLOT: ClassVar[int] = 0xE1A9E8191EAC5F2A706EE8DA1EE7E5D32EAF557BD50DA83FC69052E778589300
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "licensee": (24, "party licensed"),
        "kind": (2, "non-exclusive, sole or exclusive"),
        "state": (3, "SM-5; expiry is derived from end"),
        "start": (16, "first legal day"),
        "end": (16, "last legal day; an early end moves it"),
        "parent": (24, "licence it was given under, 0 = the right itself"),
        "depth": (3, "0 under the right, 1 under a licence, …"),
        "actions": (24, "what may be done"),
        "purposes": (24, "what for"),
        "industries": (20, "field of use, GB/T 4754 sections"),
        "regions": (35, "where, GB/T 2260 provinces and abroad"),
        "environments": (6, "in what surroundings"),
        "flags": (14, "what is expressly agreed; silence is no (rule 59)"),
        "delete_within": (8, "days after the end to certify deletion, 0 = no such duty"),
        "noticed": (16, "legal day of a notice of breach, 0 = none"),
        "last": (16, "legal day of its last act"),
    }

    licensee: int = 0
    """party licensed"""
    kind: LicenceKind = LicenceKind.NON_EXCLUSIVE
    """non-exclusive, sole or exclusive"""
    state: LicenceState = LicenceState.NONE
    """SM-5; expiry is derived from end"""
    start: int = 0
    """first legal day"""
    end: int = 0
    """last legal day; an early end moves it"""
    parent: int = 0
    """licence it was given under, 0 = the right itself"""
    depth: int = 0
    """0 under the right, 1 under a licence, …"""
    actions: Action = Action(0)
    """what may be done"""
    purposes: Purpose = Purpose(0)
    """what for"""
    industries: Industry = Industry(0)
    """field of use, GB/T 4754 sections"""
    regions: Region = Region(0)
    """where, GB/T 2260 provinces and abroad"""
    environments: Environment = Environment(0)
    """in what surroundings"""
    flags: LicenceFlag = LicenceFlag(0)
    """what is expressly agreed; silence is no (rule 59)"""
    delete_within: int = 0
    """days after the end to certify deletion, 0 = no such duty"""
    noticed: int = 0
    """legal day of a notice of breach, 0 = none"""
    last: int = 0
    """legal day of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 251, "Licence")
        return cls(
            licensee=word & 0xFFFFFF,
            kind=LicenceKind(word >> 24 & 0x3),
            state=LicenceState(word >> 26 & 0x7),
            start=word >> 29 & 0xFFFF,
            end=word >> 45 & 0xFFFF,
            parent=word >> 61 & 0xFFFFFF,
            depth=word >> 85 & 0x7,
            actions=Action(word >> 88 & 0xFFFFFF),
            purposes=Purpose(word >> 112 & 0xFFFFFF),
            industries=Industry(word >> 136 & 0xFFFFF),
            regions=Region(word >> 156 & 0x7FFFFFFFF),
            environments=Environment(word >> 191 & 0x3F),
            flags=LicenceFlag(word >> 197 & 0x3FFF),
            delete_within=word >> 211 & 0xFF,
            noticed=word >> 219 & 0xFFFF,
            last=word >> 235 & 0xFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.licensee, 24, "Licence.licensee")
            | fit(self.kind, 2, "Licence.kind") << 24
            | fit(self.state, 3, "Licence.state") << 26
            | fit(self.start, 16, "Licence.start") << 29
            | fit(self.end, 16, "Licence.end") << 45
            | fit(self.parent, 24, "Licence.parent") << 61
            | fit(self.depth, 3, "Licence.depth") << 85
            | fit(self.actions, 24, "Licence.actions") << 88
            | fit(self.purposes, 24, "Licence.purposes") << 112
            | fit(self.industries, 20, "Licence.industries") << 136
            | fit(self.regions, 35, "Licence.regions") << 156
            | fit(self.environments, 6, "Licence.environments") << 191
            | fit(self.flags, 14, "Licence.flags") << 197
            | fit(self.delete_within, 8, "Licence.delete_within") << 211
            | fit(self.noticed, 16, "Licence.noticed") << 219
            | fit(self.last, 16, "Licence.last") << 235
        )


@dataclass(frozen=True, slots=True)
class Recording(Word):
    """许可备案: When a licence was recorded among burdens, and what it needed their assent for: whether it survives a sale (rule 51). Zero when it met none.

    It is `recordings[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.licences"
    SLOT: ClassVar[int] = 0xE1A9E8191EAC5F2A706EE8DA1EE7E5D32EAF557BD50DA83FC69052E778589301
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "time": (40, "block time, unix seconds: legal time may be dated back before a filing, this may not"),
        "effects": (12, "what it did when it was granted"),
    }

    time: int = 0
    """block time, unix seconds: legal time may be dated back before a filing, this may not"""
    effects: Effect = Effect(0)
    """what it did when it was granted"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 52, "Recording")
        return cls(
            time=word & 0xFFFFFFFFFF,
            effects=Effect(word >> 40 & 0xFFF),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.time, 40, "Recording.time") | fit(self.effects, 12, "Recording.effects") << 40


@dataclass(frozen=True, slots=True)
class Listing(Word):
    """上架: A product offered on an exchange (SM-11).

    It is `listings[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.listings"
    SLOT: ClassVar[int] = 0x49EF74B2438A84AE74FB2AE146DF1A6243292619563754FEE20707E71E158D00
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (3, "SM-11"),
        "venue": (24, "the exchange"),
        "lister": (24, "who held OPERATE when it was listed"),
        "delivery": (8, "how the product may be had"),
        "code": (4, "why it is suspended or delisted"),
        "listed": (16, "legal day it was listed"),
        "since": (40, "legal time of its last act"),
        "compliance": (24, "compliance opinion it relies on, an attestation of the entry (rule 119)"),
    }

    state: ListingState = ListingState.NONE
    """SM-11"""
    venue: int = 0
    """the exchange"""
    lister: int = 0
    """who held OPERATE when it was listed"""
    delivery: Delivery = Delivery(0)
    """how the product may be had"""
    code: ListingReason = ListingReason.NONE
    """why it is suspended or delisted"""
    listed: int = 0
    """legal day it was listed"""
    since: int = 0
    """legal time of its last act"""
    compliance: int = 0
    """compliance opinion it relies on, an attestation of the entry (rule 119)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 143, "Listing")
        return cls(
            state=ListingState(word & 0x7),
            venue=word >> 3 & 0xFFFFFF,
            lister=word >> 27 & 0xFFFFFF,
            delivery=Delivery(word >> 51 & 0xFF),
            code=ListingReason(word >> 59 & 0xF),
            listed=word >> 63 & 0xFFFF,
            since=word >> 79 & 0xFFFFFFFFFF,
            compliance=word >> 119 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 3, "Listing.state")
            | fit(self.venue, 24, "Listing.venue") << 3
            | fit(self.lister, 24, "Listing.lister") << 27
            | fit(self.delivery, 8, "Listing.delivery") << 51
            | fit(self.code, 4, "Listing.code") << 59
            | fit(self.listed, 16, "Listing.listed") << 63
            | fit(self.since, 40, "Listing.since") << 79
            | fit(self.compliance, 24, "Listing.compliance") << 119
        )


@dataclass(frozen=True, slots=True)
class Objection(Word):
    """异议: An objection, in a notice or after registration (SM-3). Its DISPUTE burden has the same number.

    It is `objections[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.objections"
    SLOT: ClassVar[int] = 0xC490662363519F74668BCA8140D5C060294173A494B8658DF82CE8DD6CF5EC00
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (4, "SM-3"),
        "phase": (1, "in the notice or after registration"),
        "ground": (4, "why"),
        "conclusion": (2, "how it was decided"),
        "objector": (24, "party objecting"),
        "case_number": (24, "the case in notice, 0 after registration"),
        "since": (40, "legal time of its last act"),
        "filed": (16, "legal day of receipt"),
        "completed": (16, "legal day found complete"),
        "limit": (
            6,
            "working days of the running clock: to decide (notice, rule 27), to notify the holder (after, rule 38), to answer, to sue",
        ),
        "rights": (3, "rights in dispute"),
        "run": (16, "legal day the running clock began (not counted), 0 = none runs"),
        "response": (2, "what the holder said to it"),
        "accepted": (2, "who accepted the conclusion"),
        "outcome": (2, "what became of the entry"),
        "flags": (4, "material asked for once; mediation goes on"),
        "change": (24, "the case, or the line of an instrument or correction, that changed the entry; 0 = none"),
    }

    state: ObjectionState = ObjectionState.NONE
    """SM-3"""
    phase: ObjectionPhase = ObjectionPhase.NOTICE
    """in the notice or after registration"""
    ground: Ground = Ground.NONE
    """why"""
    conclusion: Conclusion = Conclusion.NONE
    """how it was decided"""
    objector: int = 0
    """party objecting"""
    case_number: int = 0
    """the case in notice, 0 after registration"""
    since: int = 0
    """legal time of its last act"""
    filed: int = 0
    """legal day of receipt"""
    completed: int = 0
    """legal day found complete"""
    limit: int = 0
    """working days of the running clock: to decide (notice, rule 27), to notify the holder (after, rule 38), to answer, to sue"""
    rights: Right = Right(0)
    """rights in dispute"""
    run: int = 0
    """legal day the running clock began (not counted), 0 = none runs"""
    response: HolderResponse = HolderResponse.NONE
    """what the holder said to it"""
    accepted: DisputeSide = DisputeSide(0)
    """who accepted the conclusion"""
    outcome: ObjectionOutcome = ObjectionOutcome.NONE
    """what became of the entry"""
    flags: ObjectionFlag = ObjectionFlag(0)
    """material asked for once; mediation goes on"""
    change: int = 0
    """the case, or the line of an instrument or correction, that changed the entry; 0 = none"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 190, "Objection")
        return cls(
            state=ObjectionState(word & 0xF),
            phase=ObjectionPhase(word >> 4 & 0x1),
            ground=Ground(word >> 5 & 0xF),
            conclusion=Conclusion(word >> 9 & 0x3),
            objector=word >> 11 & 0xFFFFFF,
            case_number=word >> 35 & 0xFFFFFF,
            since=word >> 59 & 0xFFFFFFFFFF,
            filed=word >> 99 & 0xFFFF,
            completed=word >> 115 & 0xFFFF,
            limit=word >> 131 & 0x3F,
            rights=Right(word >> 137 & 0x7),
            run=word >> 140 & 0xFFFF,
            response=HolderResponse(word >> 156 & 0x3),
            accepted=DisputeSide(word >> 158 & 0x3),
            outcome=ObjectionOutcome(word >> 160 & 0x3),
            flags=ObjectionFlag(word >> 162 & 0xF),
            change=word >> 166 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 4, "Objection.state")
            | fit(self.phase, 1, "Objection.phase") << 4
            | fit(self.ground, 4, "Objection.ground") << 5
            | fit(self.conclusion, 2, "Objection.conclusion") << 9
            | fit(self.objector, 24, "Objection.objector") << 11
            | fit(self.case_number, 24, "Objection.case_number") << 35
            | fit(self.since, 40, "Objection.since") << 59
            | fit(self.filed, 16, "Objection.filed") << 99
            | fit(self.completed, 16, "Objection.completed") << 115
            | fit(self.limit, 6, "Objection.limit") << 131
            | fit(self.rights, 3, "Objection.rights") << 137
            | fit(self.run, 16, "Objection.run") << 140
            | fit(self.response, 2, "Objection.response") << 156
            | fit(self.accepted, 2, "Objection.accepted") << 158
            | fit(self.outcome, 2, "Objection.outcome") << 160
            | fit(self.flags, 4, "Objection.flags") << 162
            | fit(self.change, 24, "Objection.change") << 166
        )


@dataclass(frozen=True, slots=True)
class Party(Word):
    """主体: A legal person, a natural person or a joint holding.

    It is `parties[number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.parties"
    SLOT: ClassVar[int] = 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093900
    KEYS: ClassVar[tuple[str, ...]] = ("number",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "roles": (24, "what it may be here"),
        "burdens": (12, "burdens on all it holds, not closed"),
        "kind": (3, "what it is"),
        "status": (2, "whether it may act"),
        "kyc_until": (40, "identity verified until, unix seconds (rule 1)"),
    }

    roles: Role = Role(0)
    """what it may be here"""
    burdens: int = 0
    """burdens on all it holds, not closed"""
    kind: PartyKind = PartyKind.NONE
    """what it is"""
    status: PartyStatus = PartyStatus.NONE
    """whether it may act"""
    kyc_until: int = 0
    """identity verified until, unix seconds (rule 1)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 81, "Party")
        return cls(
            roles=Role(word & 0xFFFFFF),
            burdens=word >> 24 & 0xFFF,
            kind=PartyKind(word >> 36 & 0x7),
            status=PartyStatus(word >> 39 & 0x3),
            kyc_until=word >> 41 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.roles, 24, "Party.roles")
            | fit(self.burdens, 12, "Party.burdens") << 24
            | fit(self.kind, 3, "Party.kind") << 36
            | fit(self.status, 2, "Party.status") << 39
            | fit(self.kyc_until, 40, "Party.kyc_until") << 41
        )


@dataclass(frozen=True, slots=True)
class Officer(Word):
    """经办人: One person, or one machine, signing for one party with one key at a time. Out of office: until = 0.

    It is `officers[number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.parties"
    SLOT: ClassVar[int] = 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093901
    KEYS: ClassVar[tuple[str, ...]] = ("number",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "key": (160, "low bits of keccak256 of the ERC-7913 signer"),
        "party": (24, "for whom"),
        "powers": (32, "for what"),
        "until": (40, "in office until, unix seconds"),
    }

    key: int = 0
    """low bits of keccak256 of the ERC-7913 signer"""
    party: int = 0
    """for whom"""
    powers: Power = Power(0)
    """for what"""
    until: int = 0
    """in office until, unix seconds"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Officer")
        return cls(
            key=word & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
            party=word >> 160 & 0xFFFFFF,
            powers=Power(word >> 184 & 0xFFFFFFFF),
            until=word >> 216 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.key, 160, "Officer.key")
            | fit(self.party, 24, "Officer.party") << 160
            | fit(self.powers, 32, "Officer.powers") << 184
            | fit(self.until, 40, "Officer.until") << 216
        )


@dataclass(frozen=True, slots=True)
class Members(Word):
    """共有人: The members of a joint holding, ascending, zero-terminated.

    It is `members[number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.parties"
    SLOT: ClassVar[int] = 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093905
    KEYS: ClassVar[tuple[str, ...]] = ("number",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "member": (24, "party number"),
    }

    member: tuple[int, int, int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0, 0, 0)
    """party number"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 192, "Members")
        return cls(
            member=(
                word & 0xFFFFFF,
                word >> 24 & 0xFFFFFF,
                word >> 48 & 0xFFFFFF,
                word >> 72 & 0xFFFFFF,
                word >> 96 & 0xFFFFFF,
                word >> 120 & 0xFFFFFF,
                word >> 144 & 0xFFFFFF,
                word >> 168 & 0xFFFFFF,
            ),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.member[0], 24, "Members.member[0]")
            | fit(self.member[1], 24, "Members.member[1]") << 24
            | fit(self.member[2], 24, "Members.member[2]") << 48
            | fit(self.member[3], 24, "Members.member[3]") << 72
            | fit(self.member[4], 24, "Members.member[4]") << 96
            | fit(self.member[5], 24, "Members.member[5]") << 120
            | fit(self.member[6], 24, "Members.member[6]") << 144
            | fit(self.member[7], 24, "Members.member[7]") << 168
        )


@dataclass(frozen=True, slots=True)
class Shares(Word):
    """共有份额: Voting weights of a joint holding's members and what each effect needs, in basis points.

    It is `shares[number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.parties"
    SLOT: ClassVar[int] = 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093906
    KEYS: ClassVar[tuple[str, ...]] = ("number",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "weight": (14, "basis points, in the order of members; they sum to 10 000"),
        "quorum": (14, "basis points needed: dispose, charge, exclusive, ordinary (rule 47)"),
    }

    weight: tuple[int, int, int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0, 0, 0)
    """basis points, in the order of members; they sum to 10 000"""
    quorum: tuple[int, int, int, int] = (0, 0, 0, 0)
    """basis points needed: dispose, charge, exclusive, ordinary (rule 47)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 168, "Shares")
        return cls(
            weight=(
                word & 0x3FFF,
                word >> 14 & 0x3FFF,
                word >> 28 & 0x3FFF,
                word >> 42 & 0x3FFF,
                word >> 56 & 0x3FFF,
                word >> 70 & 0x3FFF,
                word >> 84 & 0x3FFF,
                word >> 98 & 0x3FFF,
            ),
            quorum=(word >> 112 & 0x3FFF, word >> 126 & 0x3FFF, word >> 140 & 0x3FFF, word >> 154 & 0x3FFF),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.weight[0], 14, "Shares.weight[0]")
            | fit(self.weight[1], 14, "Shares.weight[1]") << 14
            | fit(self.weight[2], 14, "Shares.weight[2]") << 28
            | fit(self.weight[3], 14, "Shares.weight[3]") << 42
            | fit(self.weight[4], 14, "Shares.weight[4]") << 56
            | fit(self.weight[5], 14, "Shares.weight[5]") << 70
            | fit(self.weight[6], 14, "Shares.weight[6]") << 84
            | fit(self.weight[7], 14, "Shares.weight[7]") << 98
            | fit(self.quorum[0], 14, "Shares.quorum[0]") << 112
            | fit(self.quorum[1], 14, "Shares.quorum[1]") << 126
            | fit(self.quorum[2], 14, "Shares.quorum[2]") << 140
            | fit(self.quorum[3], 14, "Shares.quorum[3]") << 154
        )


@dataclass(frozen=True, slots=True)
class Accreditation(Word):
    """机构资质: A licence to practise: registrars, appraisers, law firms, laboratories (SM-13).

    It is `accreditations[party][kind]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.parties"
    SLOT: ClassVar[int] = 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093907
    KEYS: ClassVar[tuple[str, ...]] = (
        "party",
        "kind",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "status": (3, "SM-13"),
        "from_": (40, "valid from, unix seconds"),
        "until": (40, "valid until, unix seconds"),
        "successor": (24, "party that took over a registrar's cases and files (rule 5)"),
        "exiting": (40, "when its exit was announced, unix seconds, 0 = it was not"),
    }

    status: AccreditationStatus = AccreditationStatus.NONE
    """SM-13"""
    from_: int = 0
    """valid from, unix seconds"""
    until: int = 0
    """valid until, unix seconds"""
    successor: int = 0
    """party that took over a registrar's cases and files (rule 5)"""
    exiting: int = 0
    """when its exit was announced, unix seconds, 0 = it was not"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 147, "Accreditation")
        return cls(
            status=AccreditationStatus(word & 0x7),
            from_=word >> 3 & 0xFFFFFFFFFF,
            until=word >> 43 & 0xFFFFFFFFFF,
            successor=word >> 83 & 0xFFFFFF,
            exiting=word >> 107 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.status, 3, "Accreditation.status")
            | fit(self.from_, 40, "Accreditation.from_") << 3
            | fit(self.until, 40, "Accreditation.until") << 43
            | fit(self.successor, 24, "Accreditation.successor") << 83
            | fit(self.exiting, 40, "Accreditation.exiting") << 107
        )


@dataclass(frozen=True, slots=True)
class Mandate(Word):
    """委托: A principal lets an agent's officers act for it: on one entry, or on all.

    It is `mandates[principal][agent][entry or 0]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.parties"
    SLOT: ClassVar[int] = 0x44F3D6F19B8CEA5DB2AA8A0EAEAC5C79117A7EB1B9A5652E0C66484376093909
    KEYS: ClassVar[tuple[str, ...]] = (
        "principal",
        "agent",
        "entry",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "powers": (32, "for what"),
        "from_": (40, "from, unix seconds"),
        "until": (40, "until, unix seconds"),
        "state": (2, "given or revoked"),
    }

    powers: Power = Power(0)
    """for what"""
    from_: int = 0
    """from, unix seconds"""
    until: int = 0
    """until, unix seconds"""
    state: MandateState = MandateState.NONE
    """given or revoked"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 114, "Mandate")
        return cls(
            powers=Power(word & 0xFFFFFFFF),
            from_=word >> 32 & 0xFFFFFFFFFF,
            until=word >> 72 & 0xFFFFFFFFFF,
            state=MandateState(word >> 112 & 0x3),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.powers, 32, "Mandate.powers")
            | fit(self.from_, 40, "Mandate.from_") << 32
            | fit(self.until, 40, "Mandate.until") << 72
            | fit(self.state, 2, "Mandate.state") << 112
        )


@dataclass(frozen=True, slots=True)
class Case(Word):
    """登记案件: A registration case and its clock. A due day is never stored: it is run + (limit − used) working days.

    It is `cases[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.cases"
    SLOT: ClassVar[int] = 0xEC173904CF5CBC301F15F0F54E0CEBB8722E6340A80F7A73949E9E98C1CA8200
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "kind": (3, "registration type"),
        "state": (4, "SM-1"),
        "asked": (3, "rights asked for"),
        "passed": (3, "rights the review let pass"),
        "applicant": (24, "party applying"),
        "registrar": (24, "party deciding"),
        "reviewer": (24, "officer who accepted or asked for correction: never the approver (rule 3)"),
        "since": (40, "legal time of the case's last act, unix seconds"),
        "submitted": (16, "legal day of (re)submission"),
        "accepted": (16, "legal day of acceptance"),
        "run": (16, "day the running stretch began (not counted), 0 = paused"),
        "used": (6, "working days used before the running stretch"),
        "limit": (6, "working days allowed in all, copied from the parameters at start"),
        "notice": (16, "legal day of publication"),
        "notice_length": (5, "working days of the notice, copied at publication"),
        "due": (16, "last legal day to resubmit, set with a correction list"),
        "objections": (8, "open objections in the notice (rule 26)"),
        "flags": (8, "what happened on the way"),
    }

    kind: CaseKind = CaseKind.NONE
    """registration type"""
    state: CaseState = CaseState.NONE
    """SM-1"""
    asked: Right = Right(0)
    """rights asked for"""
    passed: Right = Right(0)
    """rights the review let pass"""
    applicant: int = 0
    """party applying"""
    registrar: int = 0
    """party deciding"""
    reviewer: int = 0
    """officer who accepted or asked for correction: never the approver (rule 3)"""
    since: int = 0
    """legal time of the case's last act, unix seconds"""
    submitted: int = 0
    """legal day of (re)submission"""
    accepted: int = 0
    """legal day of acceptance"""
    run: int = 0
    """day the running stretch began (not counted), 0 = paused"""
    used: int = 0
    """working days used before the running stretch"""
    limit: int = 0
    """working days allowed in all, copied from the parameters at start"""
    notice: int = 0
    """legal day of publication"""
    notice_length: int = 0
    """working days of the notice, copied at publication"""
    due: int = 0
    """last legal day to resubmit, set with a correction list"""
    objections: int = 0
    """open objections in the notice (rule 26)"""
    flags: CaseFlag = CaseFlag(0)
    """what happened on the way"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 238, "Case")
        return cls(
            kind=CaseKind(word & 0x7),
            state=CaseState(word >> 3 & 0xF),
            asked=Right(word >> 7 & 0x7),
            passed=Right(word >> 10 & 0x7),
            applicant=word >> 13 & 0xFFFFFF,
            registrar=word >> 37 & 0xFFFFFF,
            reviewer=word >> 61 & 0xFFFFFF,
            since=word >> 85 & 0xFFFFFFFFFF,
            submitted=word >> 125 & 0xFFFF,
            accepted=word >> 141 & 0xFFFF,
            run=word >> 157 & 0xFFFF,
            used=word >> 173 & 0x3F,
            limit=word >> 179 & 0x3F,
            notice=word >> 185 & 0xFFFF,
            notice_length=word >> 201 & 0x1F,
            due=word >> 206 & 0xFFFF,
            objections=word >> 222 & 0xFF,
            flags=CaseFlag(word >> 230 & 0xFF),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.kind, 3, "Case.kind")
            | fit(self.state, 4, "Case.state") << 3
            | fit(self.asked, 3, "Case.asked") << 7
            | fit(self.passed, 3, "Case.passed") << 10
            | fit(self.applicant, 24, "Case.applicant") << 13
            | fit(self.registrar, 24, "Case.registrar") << 37
            | fit(self.reviewer, 24, "Case.reviewer") << 61
            | fit(self.since, 40, "Case.since") << 85
            | fit(self.submitted, 16, "Case.submitted") << 125
            | fit(self.accepted, 16, "Case.accepted") << 141
            | fit(self.run, 16, "Case.run") << 157
            | fit(self.used, 6, "Case.used") << 173
            | fit(self.limit, 6, "Case.limit") << 179
            | fit(self.notice, 16, "Case.notice") << 185
            | fit(self.notice_length, 5, "Case.notice_length") << 201
            | fit(self.due, 16, "Case.due") << 206
            | fit(self.objections, 8, "Case.objections") << 222
            | fit(self.flags, 8, "Case.flags") << 230
        )


@dataclass(frozen=True, slots=True)
class Claim(Word):
    """申请内容: What a case says of the data and asks for. Anchoring copies it into the head.

    It is `claims[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.cases"
    SLOT: ClassVar[int] = 0xEC173904CF5CBC301F15F0F54E0CEBB8722E6340A80F7A73949E9E98C1CA8201
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "origins": (10, "where the data come from, a set"),
        "form": (2, "resource, product or service"),
        "sensitivity": (4, "personal, important and core data"),
        "limits": (14, "what licences may not allow"),
        "source_until": (16, "earliest end of a source's term, 0 = none"),
        "bases": (6, "evidence handed in"),
        "term": (16, "last legal day asked for each right, 0 = as long as the credential"),
        "opinion": (24, "compliance opinion relied on, an attestation of the entry (rule 20), 0 = none"),
    }

    origins: Origin = Origin(0)
    """where the data come from, a set"""
    form: Form = Form.NONE
    """resource, product or service"""
    sensitivity: Sensitivity = Sensitivity(0)
    """personal, important and core data"""
    limits: Limit = Limit(0)
    """what licences may not allow"""
    source_until: int = 0
    """earliest end of a source's term, 0 = none"""
    bases: Basis = Basis(0)
    """evidence handed in"""
    term: tuple[int, int, int] = (0, 0, 0)
    """last legal day asked for each right, 0 = as long as the credential"""
    opinion: int = 0
    """compliance opinion relied on, an attestation of the entry (rule 20), 0 = none"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 124, "Claim")
        return cls(
            origins=Origin(word & 0x3FF),
            form=Form(word >> 10 & 0x3),
            sensitivity=Sensitivity(word >> 12 & 0xF),
            limits=Limit(word >> 16 & 0x3FFF),
            source_until=word >> 30 & 0xFFFF,
            bases=Basis(word >> 46 & 0x3F),
            term=(word >> 52 & 0xFFFF, word >> 68 & 0xFFFF, word >> 84 & 0xFFFF),
            opinion=word >> 100 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.origins, 10, "Claim.origins")
            | fit(self.form, 2, "Claim.form") << 10
            | fit(self.sensitivity, 4, "Claim.sensitivity") << 12
            | fit(self.limits, 14, "Claim.limits") << 16
            | fit(self.source_until, 16, "Claim.source_until") << 30
            | fit(self.bases, 6, "Claim.bases") << 46
            | fit(self.term[0], 16, "Claim.term[0]") << 52
            | fit(self.term[1], 16, "Claim.term[1]") << 68
            | fit(self.term[2], 16, "Claim.term[2]") << 84
            | fit(self.opinion, 24, "Claim.opinion") << 100
        )


@dataclass(frozen=True, slots=True)
class Serials(Word):
    """凭证流水: Which of 256 credential serials of a registrar's month are taken (rule 30).

    It is `serials[prefix][group]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.cases"
    SLOT: ClassVar[int] = 0xEC173904CF5CBC301F15F0F54E0CEBB8722E6340A80F7A73949E9E98C1CA8202
    KEYS: ClassVar[tuple[str, ...]] = (
        "prefix",
        "serial / 256",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "taken": (256, "one bit a serial"),
    }

    taken: int = 0
    """one bit a serial"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Serials")
        return cls(
            taken=word & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.taken, 256, "Serials.taken")


@dataclass(frozen=True, slots=True)
class Security(Word):
    """担保权: A security interest (SM-6). Its SECURITY burden has the same number: creditor, grantor, rights, effects and time of the last act stand there.

    It is `securities[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.securities"
    SLOT: ClassVar[int] = 0x5BCF46A3A0499A444331DD2EDE8B0399CFC82104E67E5A388B6EBD5684359300
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (4, "SM-6; recording is not perfection (rule 67)"),
        "character": (3, "what it is in law, as the parties chose"),
        "claim": (1, "one claim or up to a maximum"),
        "purpose": (1, "what for (rule 105)"),
        "provider": (1, "the debtor or a third party"),
        "flags": (12, "what is attested and agreed, and what happened"),
        "clause": (12, "restrictions agreed beyond those of its character (rule 74)"),
        "venue": (5, "where it is filed"),
        "filed_at": (40, "when the verified filing was made, unix seconds: rank (rule 68)"),
        "sequence": (24, "number within equal times at the venue (rule 68)"),
        "until": (16, "last legal day of the filing (rule 71)"),
        "behind": (24, "security it stands behind by agreement or subrogation, 0 = none"),
        "split_of": (24, "security it was split from, 0 = none"),
        "delivered": (16, "legal day of delivery, for purchase money"),
        "crystallised": (16, "legal day a maximum was fixed, 0 = not yet (rule 88)"),
        "closed": (16, "legal day it ended"),
        "cancel_days": (6, "working days to cancel the filing after release (rule 90)"),
        "judged": (
            24,
            "judgment that found a lease to be it, 0 = none: licences before it met the lease's burden (rule 51)",
        ),
    }

    state: SecurityState = SecurityState.NONE
    """SM-6; recording is not perfection (rule 67)"""
    character: Characterisation = Characterisation.NONE
    """what it is in law, as the parties chose"""
    claim: ClaimType = ClaimType.ORDINARY
    """one claim or up to a maximum"""
    purpose: SecurityPurpose = SecurityPurpose.PRINCIPAL
    """what for (rule 105)"""
    provider: Provider = Provider.DEBTOR
    """the debtor or a third party"""
    flags: SecurityFlag = SecurityFlag(0)
    """what is attested and agreed, and what happened"""
    clause: Effect = Effect(0)
    """restrictions agreed beyond those of its character (rule 74)"""
    venue: FilingVenue = FilingVenue.NONE
    """where it is filed"""
    filed_at: int = 0
    """when the verified filing was made, unix seconds: rank (rule 68)"""
    sequence: int = 0
    """number within equal times at the venue (rule 68)"""
    until: int = 0
    """last legal day of the filing (rule 71)"""
    behind: int = 0
    """security it stands behind by agreement or subrogation, 0 = none"""
    split_of: int = 0
    """security it was split from, 0 = none"""
    delivered: int = 0
    """legal day of delivery, for purchase money"""
    crystallised: int = 0
    """legal day a maximum was fixed, 0 = not yet (rule 88)"""
    closed: int = 0
    """legal day it ended"""
    cancel_days: int = 0
    """working days to cancel the filing after release (rule 90)"""
    judged: int = 0
    """judgment that found a lease to be it, 0 = none: licences before it met the lease's burden (rule 51)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 245, "Security")
        return cls(
            state=SecurityState(word & 0xF),
            character=Characterisation(word >> 4 & 0x7),
            claim=ClaimType(word >> 7 & 0x1),
            purpose=SecurityPurpose(word >> 8 & 0x1),
            provider=Provider(word >> 9 & 0x1),
            flags=SecurityFlag(word >> 10 & 0xFFF),
            clause=Effect(word >> 22 & 0xFFF),
            venue=FilingVenue(word >> 34 & 0x1F),
            filed_at=word >> 39 & 0xFFFFFFFFFF,
            sequence=word >> 79 & 0xFFFFFF,
            until=word >> 103 & 0xFFFF,
            behind=word >> 119 & 0xFFFFFF,
            split_of=word >> 143 & 0xFFFFFF,
            delivered=word >> 167 & 0xFFFF,
            crystallised=word >> 183 & 0xFFFF,
            closed=word >> 199 & 0xFFFF,
            cancel_days=word >> 215 & 0x3F,
            judged=word >> 221 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 4, "Security.state")
            | fit(self.character, 3, "Security.character") << 4
            | fit(self.claim, 1, "Security.claim") << 7
            | fit(self.purpose, 1, "Security.purpose") << 8
            | fit(self.provider, 1, "Security.provider") << 9
            | fit(self.flags, 12, "Security.flags") << 10
            | fit(self.clause, 12, "Security.clause") << 22
            | fit(self.venue, 5, "Security.venue") << 34
            | fit(self.filed_at, 40, "Security.filed_at") << 39
            | fit(self.sequence, 24, "Security.sequence") << 79
            | fit(self.until, 16, "Security.until") << 103
            | fit(self.behind, 24, "Security.behind") << 119
            | fit(self.split_of, 24, "Security.split_of") << 143
            | fit(self.delivered, 16, "Security.delivered") << 167
            | fit(self.crystallised, 16, "Security.crystallised") << 183
            | fit(self.closed, 16, "Security.closed") << 199
            | fit(self.cancel_days, 6, "Security.cancel_days") << 215
            | fit(self.judged, 24, "Security.judged") << 221
        )


@dataclass(frozen=True, slots=True)
class Debt(Word):
    """被担保债权: What a security secures; amounts are committed to, never shown.

    It is `debts[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.securities"
    SLOT: ClassVar[int] = 0x5BCF46A3A0499A444331DD2EDE8B0399CFC82104E67E5A388B6EBD5684359301
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "debtor": (24, "who owes"),
        "maturity": (16, "legal day it falls due"),
        "window_from": (16, "maximum amount: first day claims may arise"),
        "window_until": (16, "maximum amount: last day"),
        "valuation": (24, "attestation of value relied on, 0 = none"),
        "cap": (14, "loan to value at most, basis points"),
        "order": (2, "which security is realised first (rule 92)"),
        "scope": (6, "what is secured besides the principal"),
        "place": (20, "where it is registered, GB/T 2260: jurisdiction (rule 98)"),
        "takeover": (24, "party that operates the data when the grantor is put out, 0 = none"),
        "defaulted": (16, "legal day of the notice of default, 0 = none (rule 94)"),
        "cure_until": (16, "last legal day to cure"),
        "cause": (4, "what happened"),
        "demanded": (16, "legal day the grantor demanded realisation, 0 = none (rule 93)"),
        "release_asked": (16, "legal day release was asked for, 0 = none"),
        "guarantee": (24, "guarantee of the same debt, or behind a counter-guarantee, 0 = none (rule 105)"),
    }

    debtor: int = 0
    """who owes"""
    maturity: int = 0
    """legal day it falls due"""
    window_from: int = 0
    """maximum amount: first day claims may arise"""
    window_until: int = 0
    """maximum amount: last day"""
    valuation: int = 0
    """attestation of value relied on, 0 = none"""
    cap: int = 0
    """loan to value at most, basis points"""
    order: EnforcementOrder = EnforcementOrder.DEBTOR_FIRST
    """which security is realised first (rule 92)"""
    scope: SecuredScope = SecuredScope(0)
    """what is secured besides the principal"""
    place: int = 0
    """where it is registered, GB/T 2260: jurisdiction (rule 98)"""
    takeover: int = 0
    """party that operates the data when the grantor is put out, 0 = none"""
    defaulted: int = 0
    """legal day of the notice of default, 0 = none (rule 94)"""
    cure_until: int = 0
    """last legal day to cure"""
    cause: DefaultEvent = DefaultEvent.NONE
    """what happened"""
    demanded: int = 0
    """legal day the grantor demanded realisation, 0 = none (rule 93)"""
    release_asked: int = 0
    """legal day release was asked for, 0 = none"""
    guarantee: int = 0
    """guarantee of the same debt, or behind a counter-guarantee, 0 = none (rule 105)"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 254, "Debt")
        return cls(
            debtor=word & 0xFFFFFF,
            maturity=word >> 24 & 0xFFFF,
            window_from=word >> 40 & 0xFFFF,
            window_until=word >> 56 & 0xFFFF,
            valuation=word >> 72 & 0xFFFFFF,
            cap=word >> 96 & 0x3FFF,
            order=EnforcementOrder(word >> 110 & 0x3),
            scope=SecuredScope(word >> 112 & 0x3F),
            place=word >> 118 & 0xFFFFF,
            takeover=word >> 138 & 0xFFFFFF,
            defaulted=word >> 162 & 0xFFFF,
            cure_until=word >> 178 & 0xFFFF,
            cause=DefaultEvent(word >> 194 & 0xF),
            demanded=word >> 198 & 0xFFFF,
            release_asked=word >> 214 & 0xFFFF,
            guarantee=word >> 230 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.debtor, 24, "Debt.debtor")
            | fit(self.maturity, 16, "Debt.maturity") << 24
            | fit(self.window_from, 16, "Debt.window_from") << 40
            | fit(self.window_until, 16, "Debt.window_until") << 56
            | fit(self.valuation, 24, "Debt.valuation") << 72
            | fit(self.cap, 14, "Debt.cap") << 96
            | fit(self.order, 2, "Debt.order") << 110
            | fit(self.scope, 6, "Debt.scope") << 112
            | fit(self.place, 20, "Debt.place") << 118
            | fit(self.takeover, 24, "Debt.takeover") << 138
            | fit(self.defaulted, 16, "Debt.defaulted") << 162
            | fit(self.cure_until, 16, "Debt.cure_until") << 178
            | fit(self.cause, 4, "Debt.cause") << 194
            | fit(self.demanded, 16, "Debt.demanded") << 198
            | fit(self.release_asked, 16, "Debt.release_asked") << 214
            | fit(self.guarantee, 24, "Debt.guarantee") << 230
        )


@dataclass(frozen=True, slots=True)
class ExternalFiling(Word):
    """外部登记: The latest filing at another register that was imported for a security or lease: a fact from outside, contestable.

    It is `filings[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.securities"
    SLOT: ClassVar[int] = 0x5BCF46A3A0499A444331DD2EDE8B0399CFC82104E67E5A388B6EBD5684359302
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "kind": (3, "what was filed"),
        "status": (2, "whether a second person found it true (rule 3)"),
        "venue": (5, "where"),
        "filed_at": (40, "when, unix seconds; may be long ago"),
        "sequence": (24, "number within equal times at the venue"),
        "until": (16, "last legal day of its term"),
        "importer": (24, "officer who imported it"),
        "papers": (96, "low bits of keccak256(number, description, proof): both persons have seen the same"),
    }

    kind: FilingAct = FilingAct.NONE
    """what was filed"""
    status: FilingStatus = FilingStatus.NONE
    """whether a second person found it true (rule 3)"""
    venue: FilingVenue = FilingVenue.NONE
    """where"""
    filed_at: int = 0
    """when, unix seconds; may be long ago"""
    sequence: int = 0
    """number within equal times at the venue"""
    until: int = 0
    """last legal day of its term"""
    importer: int = 0
    """officer who imported it"""
    papers: int = 0
    """low bits of keccak256(number, description, proof): both persons have seen the same"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 210, "ExternalFiling")
        return cls(
            kind=FilingAct(word & 0x7),
            status=FilingStatus(word >> 3 & 0x3),
            venue=FilingVenue(word >> 5 & 0x1F),
            filed_at=word >> 10 & 0xFFFFFFFFFF,
            sequence=word >> 50 & 0xFFFFFF,
            until=word >> 74 & 0xFFFF,
            importer=word >> 90 & 0xFFFFFF,
            papers=word >> 114 & 0xFFFFFFFFFFFFFFFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.kind, 3, "ExternalFiling.kind")
            | fit(self.status, 2, "ExternalFiling.status") << 3
            | fit(self.venue, 5, "ExternalFiling.venue") << 5
            | fit(self.filed_at, 40, "ExternalFiling.filed_at") << 10
            | fit(self.sequence, 24, "ExternalFiling.sequence") << 50
            | fit(self.until, 16, "ExternalFiling.until") << 74
            | fit(self.importer, 24, "ExternalFiling.importer") << 90
            | fit(self.papers, 96, "ExternalFiling.papers") << 114
        )


@dataclass(frozen=True, slots=True)
class Source(Word):
    """来源依据: What data rest on: a contract, consents, an authorisation, … with its term and limits. An end by time alone is derived.

    It is `sources[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.sources"
    SLOT: ClassVar[int] = 0x2F7B06EF5D40C45CC021FD9CB63D3FC02871E23544EBBE14C3FD89AF95D00F00
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "kind": (3, "what it is"),
        "state": (3, "whether it stands"),
        "rights": (3, "rights it gives; none for an ethics approval"),
        "limits": (14, "what licences may not allow under it"),
        "grantor": (24, "who gave it, 0 = nobody, or no party here: then its digest is in the line"),
        "declarant": (24, "who declared it"),
        "from_": (16, "first legal day"),
        "until": (16, "last legal day, 0 = open-ended"),
        "place": (4, "place of its end in SourceEnds"),
        "revoked": (16, "legal day its loss was entered, 0 = never"),
        "successor": (24, "source that took its place, 0 = none"),
        "since": (40, "legal time of its last act"),
    }

    kind: SourceKind = SourceKind.NONE
    """what it is"""
    state: SourceState = SourceState.NONE
    """whether it stands"""
    rights: Right = Right(0)
    """rights it gives; none for an ethics approval"""
    limits: Limit = Limit(0)
    """what licences may not allow under it"""
    grantor: int = 0
    """who gave it, 0 = nobody, or no party here: then its digest is in the line"""
    declarant: int = 0
    """who declared it"""
    from_: int = 0
    """first legal day"""
    until: int = 0
    """last legal day, 0 = open-ended"""
    place: int = 0
    """place of its end in SourceEnds"""
    revoked: int = 0
    """legal day its loss was entered, 0 = never"""
    successor: int = 0
    """source that took its place, 0 = none"""
    since: int = 0
    """legal time of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 187, "Source")
        return cls(
            kind=SourceKind(word & 0x7),
            state=SourceState(word >> 3 & 0x7),
            rights=Right(word >> 6 & 0x7),
            limits=Limit(word >> 9 & 0x3FFF),
            grantor=word >> 23 & 0xFFFFFF,
            declarant=word >> 47 & 0xFFFFFF,
            from_=word >> 71 & 0xFFFF,
            until=word >> 87 & 0xFFFF,
            place=word >> 103 & 0xF,
            revoked=word >> 107 & 0xFFFF,
            successor=word >> 123 & 0xFFFFFF,
            since=word >> 147 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.kind, 3, "Source.kind")
            | fit(self.state, 3, "Source.state") << 3
            | fit(self.rights, 3, "Source.rights") << 6
            | fit(self.limits, 14, "Source.limits") << 9
            | fit(self.grantor, 24, "Source.grantor") << 23
            | fit(self.declarant, 24, "Source.declarant") << 47
            | fit(self.from_, 16, "Source.from_") << 71
            | fit(self.until, 16, "Source.until") << 87
            | fit(self.place, 4, "Source.place") << 103
            | fit(self.revoked, 16, "Source.revoked") << 107
            | fit(self.successor, 24, "Source.successor") << 123
            | fit(self.since, 40, "Source.since") << 147
        )


@dataclass(frozen=True, slots=True)
class SourceEnds(Word):
    """来源期限: The ends of all sources of an entry that are not closed: the earliest is found without a list.

    It is `ends[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.sources"
    SLOT: ClassVar[int] = 0x2F7B06EF5D40C45CC021FD9CB63D3FC02871E23544EBBE14C3FD89AF95D00F01
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "end": (16, "last legal day of the source in this place, 0 = free, 65535 = open-ended"),
    }

    end: tuple[int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int] = (
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
    )
    """last legal day of the source in this place, 0 = free, 65535 = open-ended"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "SourceEnds")
        return cls(
            end=(
                word & 0xFFFF,
                word >> 16 & 0xFFFF,
                word >> 32 & 0xFFFF,
                word >> 48 & 0xFFFF,
                word >> 64 & 0xFFFF,
                word >> 80 & 0xFFFF,
                word >> 96 & 0xFFFF,
                word >> 112 & 0xFFFF,
                word >> 128 & 0xFFFF,
                word >> 144 & 0xFFFF,
                word >> 160 & 0xFFFF,
                word >> 176 & 0xFFFF,
                word >> 192 & 0xFFFF,
                word >> 208 & 0xFFFF,
                word >> 224 & 0xFFFF,
                word >> 240 & 0xFFFF,
            ),
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.end[0], 16, "SourceEnds.end[0]")
            | fit(self.end[1], 16, "SourceEnds.end[1]") << 16
            | fit(self.end[2], 16, "SourceEnds.end[2]") << 32
            | fit(self.end[3], 16, "SourceEnds.end[3]") << 48
            | fit(self.end[4], 16, "SourceEnds.end[4]") << 64
            | fit(self.end[5], 16, "SourceEnds.end[5]") << 80
            | fit(self.end[6], 16, "SourceEnds.end[6]") << 96
            | fit(self.end[7], 16, "SourceEnds.end[7]") << 112
            | fit(self.end[8], 16, "SourceEnds.end[8]") << 128
            | fit(self.end[9], 16, "SourceEnds.end[9]") << 144
            | fit(self.end[10], 16, "SourceEnds.end[10]") << 160
            | fit(self.end[11], 16, "SourceEnds.end[11]") << 176
            | fit(self.end[12], 16, "SourceEnds.end[12]") << 192
            | fit(self.end[13], 16, "SourceEnds.end[13]") << 208
            | fit(self.end[14], 16, "SourceEnds.end[14]") << 224
            | fit(self.end[15], 16, "SourceEnds.end[15]") << 240
        )


@dataclass(frozen=True, slots=True)
class Provenance(Word):
    """来源汇总: What all sources of an entry come to: what registration asks.

    It is `provenances[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.sources"
    SLOT: ClassVar[int] = 0x2F7B06EF5D40C45CC021FD9CB63D3FC02871E23544EBBE14C3FD89AF95D00F02
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "standing": (6, "what the counts below come to"),
        "sources": (8, "sources not closed that give rights"),
        "without": (8, "of these, how many do not give HOLD, USE, OPERATE"),
        "assents": (8, "others who assented: parties that gave sources not closed, holders of fused entries (rule 16)"),
        "lost": (8, "sources revoked, in whole or in part, and not made good"),
        "parents": (8, "entries it was made from (rule 18)"),
        "children": (24, "entries made from it"),
        "until": (16, "earliest end of all sources not closed, 0 = none"),
    }

    standing: Standing = Standing(0)
    """what the counts below come to"""
    sources: int = 0
    """sources not closed that give rights"""
    without: tuple[int, int, int] = (0, 0, 0)
    """of these, how many do not give HOLD, USE, OPERATE"""
    assents: int = 0
    """others who assented: parties that gave sources not closed, holders of fused entries (rule 16)"""
    lost: int = 0
    """sources revoked, in whole or in part, and not made good"""
    parents: int = 0
    """entries it was made from (rule 18)"""
    children: int = 0
    """entries made from it"""
    until: int = 0
    """earliest end of all sources not closed, 0 = none"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 102, "Provenance")
        return cls(
            standing=Standing(word & 0x3F),
            sources=word >> 6 & 0xFF,
            without=(word >> 14 & 0xFF, word >> 22 & 0xFF, word >> 30 & 0xFF),
            assents=word >> 38 & 0xFF,
            lost=word >> 46 & 0xFF,
            parents=word >> 54 & 0xFF,
            children=word >> 62 & 0xFFFFFF,
            until=word >> 86 & 0xFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.standing, 6, "Provenance.standing")
            | fit(self.sources, 8, "Provenance.sources") << 6
            | fit(self.without[0], 8, "Provenance.without[0]") << 14
            | fit(self.without[1], 8, "Provenance.without[1]") << 22
            | fit(self.without[2], 8, "Provenance.without[2]") << 30
            | fit(self.assents, 8, "Provenance.assents") << 38
            | fit(self.lost, 8, "Provenance.lost") << 46
            | fit(self.parents, 8, "Provenance.parents") << 54
            | fit(self.children, 24, "Provenance.children") << 62
            | fit(self.until, 16, "Provenance.until") << 86
        )


@dataclass(frozen=True, slots=True)
class Lineage(Word):
    """衍生关系: An entry was made from another, under whose right. The other entry stands in the line.

    It is `lineages[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.sources"
    SLOT: ClassVar[int] = 0x2F7B06EF5D40C45CC021FD9CB63D3FC02871E23544EBBE14C3FD89AF95D00F03
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "kind": (3, "how"),
        "user": (24, "who had the right to use the other entry"),
        "licence": (24, "licence on the other entry it was made under, 0 = the right to use it"),
        "assenter": (24, "who operates the other entry and assented to the fusion, 0 = nobody was asked"),
        "since": (40, "legal time it was declared"),
    }

    kind: LineageKind = LineageKind.NONE
    """how"""
    user: int = 0
    """who had the right to use the other entry"""
    licence: int = 0
    """licence on the other entry it was made under, 0 = the right to use it"""
    assenter: int = 0
    """who operates the other entry and assented to the fusion, 0 = nobody was asked"""
    since: int = 0
    """legal time it was declared"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 115, "Lineage")
        return cls(
            kind=LineageKind(word & 0x7),
            user=word >> 3 & 0xFFFFFF,
            licence=word >> 27 & 0xFFFFFF,
            assenter=word >> 51 & 0xFFFFFF,
            since=word >> 75 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.kind, 3, "Lineage.kind")
            | fit(self.user, 24, "Lineage.user") << 3
            | fit(self.licence, 24, "Lineage.licence") << 27
            | fit(self.assenter, 24, "Lineage.assenter") << 51
            | fit(self.since, 40, "Lineage.since") << 75
        )


@dataclass(frozen=True, slots=True)
class Overdue(Word):
    """超期: The latest clock of a case or objection that somebody reported as over (SM-1). What is overdue goes on as it stands.

    It is `overdue[entry][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.supervision"
    SLOT: ClassVar[int] = 0x47E218FF30687B49062970AE4C8A34B3ACD3BE0B63F522544A25F65CD91EF300
    KEYS: ClassVar[tuple[str, ...]] = (
        "entry",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "clock": (3, "which clock"),
        "started": (16, "legal day it began; of a case the day of submission or acceptance"),
        "last": (16, "its last legal day by the calendar of the report"),
        "registrar": (24, "party whose clock it is"),
        "since": (40, "when it was reported, unix seconds"),
    }

    clock: OverdueClock = OverdueClock.NONE
    """which clock"""
    started: int = 0
    """legal day it began; of a case the day of submission or acceptance"""
    last: int = 0
    """its last legal day by the calendar of the report"""
    registrar: int = 0
    """party whose clock it is"""
    since: int = 0
    """when it was reported, unix seconds"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 99, "Overdue")
        return cls(
            clock=OverdueClock(word & 0x7),
            started=word >> 3 & 0xFFFF,
            last=word >> 19 & 0xFFFF,
            registrar=word >> 35 & 0xFFFFFF,
            since=word >> 59 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.clock, 3, "Overdue.clock")
            | fit(self.started, 16, "Overdue.started") << 3
            | fit(self.last, 16, "Overdue.last") << 19
            | fit(self.registrar, 24, "Overdue.registrar") << 35
            | fit(self.since, 40, "Overdue.since") << 59
        )


@dataclass(frozen=True, slots=True)
class Meter(Word):
    """用量计: How the usage of a licence is counted, and how far it has been (rule 56).

    It is `meters[subject]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.usage"
    SLOT: ClassVar[int] = 0x53E3E866D95F36F2694CB13E235D2E5EFEFFE8B12320128661A4FF5AF433E700
    KEYS: ClassVar[tuple[str, ...]] = ("subject",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "quota": (48, "units allowed in each window, 0 = no quota (rule 53)"),
        "window": (3, "what the quota is for"),
        "unit": (4, "what is counted; never changes"),
        "total": (48, "units both sides stand by; only grows"),
        "through": (40, "usage is reported up to here, unix seconds"),
        "open": (8, "batches neither accepted nor reconciled"),
        "gateway": (24, "party whose machine counts"),
        "last": (16, "legal day of the last act"),
        "settled": (40, "statements reach up to here, unix seconds"),
        "statement": (24, "the statement not answered yet, 0 = none"),
    }

    quota: int = 0
    """units allowed in each window, 0 = no quota (rule 53)"""
    window: QuotaWindow = QuotaWindow.NONE
    """what the quota is for"""
    unit: UsageUnit = UsageUnit.NONE
    """what is counted; never changes"""
    total: int = 0
    """units both sides stand by; only grows"""
    through: int = 0
    """usage is reported up to here, unix seconds"""
    open: int = 0
    """batches neither accepted nor reconciled"""
    gateway: int = 0
    """party whose machine counts"""
    last: int = 0
    """legal day of the last act"""
    settled: int = 0
    """statements reach up to here, unix seconds"""
    statement: int = 0
    """the statement not answered yet, 0 = none"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 255, "Meter")
        return cls(
            quota=word & 0xFFFFFFFFFFFF,
            window=QuotaWindow(word >> 48 & 0x7),
            unit=UsageUnit(word >> 51 & 0xF),
            total=word >> 55 & 0xFFFFFFFFFFFF,
            through=word >> 103 & 0xFFFFFFFFFF,
            open=word >> 143 & 0xFF,
            gateway=word >> 151 & 0xFFFFFF,
            last=word >> 175 & 0xFFFF,
            settled=word >> 191 & 0xFFFFFFFFFF,
            statement=word >> 231 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.quota, 48, "Meter.quota")
            | fit(self.window, 3, "Meter.window") << 48
            | fit(self.unit, 4, "Meter.unit") << 51
            | fit(self.total, 48, "Meter.total") << 55
            | fit(self.through, 40, "Meter.through") << 103
            | fit(self.open, 8, "Meter.open") << 143
            | fit(self.gateway, 24, "Meter.gateway") << 151
            | fit(self.last, 16, "Meter.last") << 175
            | fit(self.settled, 40, "Meter.settled") << 191
            | fit(self.statement, 24, "Meter.statement") << 231
        )


@dataclass(frozen=True, slots=True)
class Batch(Word):
    """用量批次: What was used in a period (SM-12).

    It is `batches[subject][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.usage"
    SLOT: ClassVar[int] = 0x53E3E866D95F36F2694CB13E235D2E5EFEFFE8B12320128661A4FF5AF433E701
    KEYS: ClassVar[tuple[str, ...]] = (
        "subject",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "accepted": (48, "units delivered; after a reconciliation those agreed on"),
        "rejected": (40, "units refused by the gateway"),
        "from_": (40, "start of the period, unix seconds"),
        "to": (40, "its end, not part of it"),
        "submitted": (16, "legal day from which silence counts"),
        "state": (3, "SM-12"),
        "window": (5, "working days of silence that accept it (rule 56)"),
        "code": (4, "why it is or was disputed"),
        "since": (40, "legal time of its last act"),
    }

    accepted: int = 0
    """units delivered; after a reconciliation those agreed on"""
    rejected: int = 0
    """units refused by the gateway"""
    from_: int = 0
    """start of the period, unix seconds"""
    to: int = 0
    """its end, not part of it"""
    submitted: int = 0
    """legal day from which silence counts"""
    state: BatchState = BatchState.NONE
    """SM-12"""
    window: int = 0
    """working days of silence that accept it (rule 56)"""
    code: DisputeCode = DisputeCode.NONE
    """why it is or was disputed"""
    since: int = 0
    """legal time of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 236, "Batch")
        return cls(
            accepted=word & 0xFFFFFFFFFFFF,
            rejected=word >> 48 & 0xFFFFFFFFFF,
            from_=word >> 88 & 0xFFFFFFFFFF,
            to=word >> 128 & 0xFFFFFFFFFF,
            submitted=word >> 168 & 0xFFFF,
            state=BatchState(word >> 184 & 0x7),
            window=word >> 187 & 0x1F,
            code=DisputeCode(word >> 192 & 0xF),
            since=word >> 196 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.accepted, 48, "Batch.accepted")
            | fit(self.rejected, 40, "Batch.rejected") << 48
            | fit(self.from_, 40, "Batch.from_") << 88
            | fit(self.to, 40, "Batch.to") << 128
            | fit(self.submitted, 16, "Batch.submitted") << 168
            | fit(self.state, 3, "Batch.state") << 184
            | fit(self.window, 5, "Batch.window") << 187
            | fit(self.code, 4, "Batch.code") << 192
            | fit(self.since, 40, "Batch.since") << 196
        )


@dataclass(frozen=True, slots=True)
class Statement(Word):
    """结算单: A statement of settlement over batches in a row; amounts are committed to, not written (E17).

    It is `statements[subject][number]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.usage"
    SLOT: ClassVar[int] = 0x53E3E866D95F36F2694CB13E235D2E5EFEFFE8B12320128661A4FF5AF433E702
    KEYS: ClassVar[tuple[str, ...]] = (
        "subject",
        "number",
    )
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "state": (3, "SM-12"),
        "route": (3, "where the money is to go; once paid, where it went"),
        "due": (3, "where the burdens of the entry want it (rule 50)"),
        "quantity": (48, "units it is over"),
        "from_": (40, "start of the first batch, unix seconds"),
        "to": (40, "end of the last"),
        "issued": (16, "legal day from which silence counts"),
        "window": (5, "working days of silence that confirm it"),
        "since": (40, "legal time of its last act"),
    }

    state: StatementState = StatementState.NONE
    """SM-12"""
    route: PaymentRoute = PaymentRoute.NONE
    """where the money is to go; once paid, where it went"""
    due: PaymentRoute = PaymentRoute.NONE
    """where the burdens of the entry want it (rule 50)"""
    quantity: int = 0
    """units it is over"""
    from_: int = 0
    """start of the first batch, unix seconds"""
    to: int = 0
    """end of the last"""
    issued: int = 0
    """legal day from which silence counts"""
    window: int = 0
    """working days of silence that confirm it"""
    since: int = 0
    """legal time of its last act"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 198, "Statement")
        return cls(
            state=StatementState(word & 0x7),
            route=PaymentRoute(word >> 3 & 0x7),
            due=PaymentRoute(word >> 6 & 0x7),
            quantity=word >> 9 & 0xFFFFFFFFFFFF,
            from_=word >> 57 & 0xFFFFFFFFFF,
            to=word >> 97 & 0xFFFFFFFFFF,
            issued=word >> 137 & 0xFFFF,
            window=word >> 153 & 0x1F,
            since=word >> 158 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.state, 3, "Statement.state")
            | fit(self.route, 3, "Statement.route") << 3
            | fit(self.due, 3, "Statement.due") << 6
            | fit(self.quantity, 48, "Statement.quantity") << 9
            | fit(self.from_, 40, "Statement.from_") << 57
            | fit(self.to, 40, "Statement.to") << 97
            | fit(self.issued, 16, "Statement.issued") << 137
            | fit(self.window, 5, "Statement.window") << 153
            | fit(self.since, 40, "Statement.since") << 158
        )


@dataclass(frozen=True, slots=True)
class Version(Word):
    """数据版本: The data an entry is about now, within the same sources and structure (E4); zero: those it was opened with. Earlier ones stand in its journal.

    It is `versions[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.versions"
    SLOT: ClassVar[int] = 0xCE8492991EB4ABC73139DF61B50F63055D1C7FF214C77F79270923A3402B5000
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "seq": (16, "1 for the first refresh"),
        "line": (24, "the line that recorded it: its number (rule 7)"),
        "day": (16, "legal day it holds from"),
        "content": (160, "low bits of keccak256(CONTENT, alg, root), the journal subject of its content"),
        "since": (40, "legal time it was recorded"),
    }

    seq: int = 0
    """1 for the first refresh"""
    line: int = 0
    """the line that recorded it: its number (rule 7)"""
    day: int = 0
    """legal day it holds from"""
    content: int = 0
    """low bits of keccak256(CONTENT, alg, root), the journal subject of its content"""
    since: int = 0
    """legal time it was recorded"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Version")
        return cls(
            seq=word & 0xFFFF,
            line=word >> 16 & 0xFFFFFF,
            day=word >> 40 & 0xFFFF,
            content=word >> 56 & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
            since=word >> 216 & 0xFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.seq, 16, "Version.seq")
            | fit(self.line, 24, "Version.line") << 16
            | fit(self.day, 16, "Version.day") << 40
            | fit(self.content, 160, "Version.content") << 56
            | fit(self.since, 40, "Version.since") << 216
        )


@dataclass(frozen=True, slots=True)
class Succession(Word):
    """承继: What came out of an entry, and whether it comes out of another.

    It is `successions[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.versions"
    SLOT: ClassVar[int] = 0xCE8492991EB4ABC73139DF61B50F63055D1C7FF214C77F79270923A3402B5001
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "successors": (16, "how often all concerned agreed that another entry comes out of this one"),
        "remainder": (24, "version that the latest split left behind, 0 = none"),
        "kind": (2, "how this entry comes out of its predecessor"),
        "cleared": (24, "case for whose anchoring all concerned on the predecessor agreed, 0 = none"),
        "cleared_at": (40, "block time of that: it holds in that block only"),
        "edition": (24, "the predecessor's edition then: it holds while that is so"),
    }

    successors: int = 0
    """how often all concerned agreed that another entry comes out of this one"""
    remainder: int = 0
    """version that the latest split left behind, 0 = none"""
    kind: SuccessionKind = SuccessionKind.NONE
    """how this entry comes out of its predecessor"""
    cleared: int = 0
    """case for whose anchoring all concerned on the predecessor agreed, 0 = none"""
    cleared_at: int = 0
    """block time of that: it holds in that block only"""
    edition: int = 0
    """the predecessor's edition then: it holds while that is so"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 130, "Succession")
        return cls(
            successors=word & 0xFFFF,
            remainder=word >> 16 & 0xFFFFFF,
            kind=SuccessionKind(word >> 40 & 0x3),
            cleared=word >> 42 & 0xFFFFFF,
            cleared_at=word >> 66 & 0xFFFFFFFFFF,
            edition=word >> 106 & 0xFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return (
            fit(self.successors, 16, "Succession.successors")
            | fit(self.remainder, 24, "Succession.remainder") << 16
            | fit(self.kind, 2, "Succession.kind") << 40
            | fit(self.cleared, 24, "Succession.cleared") << 42
            | fit(self.cleared_at, 40, "Succession.cleared_at") << 66
            | fit(self.edition, 24, "Succession.edition") << 106
        )


@dataclass(frozen=True, slots=True)
class Predecessor(Word):
    """前手登记项: The entry that an entry comes out of, by a material change or a split.

    It is `predecessors[entry]`.
    """

    NAMESPACE: ClassVar[str] = "dpr.versions"
    SLOT: ClassVar[int] = 0xCE8492991EB4ABC73139DF61B50F63055D1C7FF214C77F79270923A3402B5002
    KEYS: ClassVar[tuple[str, ...]] = ("entry",)
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {
        "id": (256, "its EntryId"),
    }

    id: int = 0
    """its EntryId"""

    @classmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; ValueError for spare bits set and for codes without a name."""
        refuse_spare(word, 256, "Predecessor")
        return cls(
            id=word & 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,
        )

    def encode(self) -> int:
        """The storage word; ValueError for a value that does not fit its field."""
        return fit(self.id, 256, "Predecessor.id")


WORDS: Final[tuple[type[Word], ...]] = (
    Attestation,
    Parameters,
    Span,
    WorkingDays,
    Burden,
    Queue,
    Transfer,
    Envelope,
    Consent,
    Enforcement,
    Management,
    Head,
    Guarantee,
    Journal,
    Lease,
    Page,
    Nonces,
    Licence,
    Recording,
    Listing,
    Objection,
    Party,
    Officer,
    Members,
    Shares,
    Accreditation,
    Mandate,
    Case,
    Claim,
    Serials,
    Security,
    Debt,
    ExternalFiling,
    Source,
    SourceEnds,
    Provenance,
    Lineage,
    Overdue,
    Meter,
    Batch,
    Statement,
    Version,
    Succession,
    Predecessor,
)
"""Every word, in the order of the table."""
