// SPDX-License-Identifier: Apache-2.0
// Generated from contracts/types/words.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

// A value given to a setter does not fit its field.
error FieldOverflow();
// An index given to an accessor is not below the field's count.
error FieldIndex();

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant JOURNALS = 0x6027f5cc662ee2b2804236e91d8ef734c1e08a225ab94256054e371442fca600; // dpr.journals
    bytes32 internal constant ENTRIES = 0xa6995e7e9486dabe375fe571e79eff0d9ca020a38260b6b62b46087429a03100; // dpr.entries
    bytes32 internal constant CASES = 0xec173904cf5cbc301f15f0f54e0cebb8722e6340a80f7a73949e9e98c1ca8200; // dpr.cases
    bytes32 internal constant OBJECTIONS = 0xc490662363519f74668bca8140d5c060294173a494b8658df82ce8dd6cf5ec00; // dpr.objections
    bytes32 internal constant BURDENS = 0x029bcacf7f4a9cb3694db647408af4c9ba34e38e03752f9b66dd40df1c19d400; // dpr.burdens
    bytes32 internal constant LICENCES = 0xe1a9e8191eac5f2a706ee8da1ee7e5d32eaf557bd50da83fc69052e778589300; // dpr.licences
    bytes32 internal constant PARTIES = 0x44f3d6f19b8cea5db2aa8a0eaeac5c79117a7eb1b9a5652e0c66484376093900; // dpr.parties
    bytes32 internal constant BOOK = 0xe44b5f50402ca4abcae41bb359f422ebec1fb73347b5705f1c6146011692dd00; // dpr.book
    bytes32 internal constant CHAPTERS = 0xd9e4265deb19fb7b16b016dee6d777d5b5b6822252f8922842fdc82c4a6d2100; // dpr.chapters
    bytes32 internal constant FILINGS = 0x6dfb49fa383ff7b97708b17dfae14b3c7ab41067cd8424410c15828d1433ca00; // dpr.filings
}

/// SlotStatus, one code a value.
library SlotStatus {
    uint256 internal constant EMPTY = 0; // 空
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant CANCELLED = 2; // 已注销
}

/// CaseKind, one code a value.
library CaseKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant INITIAL = 1; // 初次登记
    uint256 internal constant TRANSFER = 2; // 转让登记
    uint256 internal constant CHANGE = 3; // 变更登记
    uint256 internal constant RENEWAL = 4; // 续期登记
    uint256 internal constant CANCELLATION = 5; // 注销登记
}

/// CaseState, one code a value.
library CaseState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant SUBMITTED = 1; // 已提交
    uint256 internal constant CORRECTION = 2; // 待补正
    uint256 internal constant UNDER_REVIEW = 3; // 审查中
    uint256 internal constant SUPPLEMENTING = 4; // 补充材料中
    uint256 internal constant NOTICE = 5; // 公示中
    uint256 internal constant CLEARED = 6; // 免予公示
    uint256 internal constant ANCHORED = 7; // 已存证
    uint256 internal constant CREDENTIALED = 8; // 已发凭证
    uint256 internal constant WITHDRAWN = 9; // 已撤回
    uint256 internal constant NOT_ACCEPTED = 10; // 不予受理
    uint256 internal constant NOT_FILED = 11; // 视为未申请
    uint256 internal constant REFUSED = 12; // 不予登记
    uint256 internal constant TERMINATED = 13; // 终止审查
}

/// Form, one code a value.
library Form {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant RESOURCE = 1; // 数据资源
    uint256 internal constant PRODUCT = 2; // 数据产品
    uint256 internal constant SERVICE = 3; // 数据服务
}

/// Refusal, one code a value.
library Refusal {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant HARMFUL = 1; // 危害国家安全、公共利益或他人权益
    uint256 internal constant UNLAWFUL_SOURCE = 2; // 来源违法
    uint256 internal constant OWNERSHIP_DISPUTE = 3; // 权属争议未解决
    uint256 internal constant CONCEALMENT = 4; // 隐瞒或虚假证明
    uint256 internal constant OTHER_LAW = 5; // 法律法规规定的其他情形
    uint256 internal constant UNVERIFIABLE = 6; // 无法补充且无法核实
    uint256 internal constant OUT_OF_SCOPE = 7; // 不属受理范围
}

/// WaiverReason, one code a value.
library WaiverReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant STATE_SECRET = 1; // 国家秘密
    uint256 internal constant TRADE_SECRET = 2; // 商业秘密
    uint256 internal constant PERSONAL_PRIVACY = 3; // 个人隐私
    uint256 internal constant SECURITY = 4; // 安全原因
}

/// ExtensionReason, one code a value.
library ExtensionReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant COMPLEX_SOURCE = 1; // 来源复杂
    uint256 internal constant HUGE_VOLUME = 2; // 数量巨大
}

/// Scheme, one code a value.
library Scheme {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant NATIONAL = 1; // 国家数据产权登记
    uint256 internal constant ZJ_DATA_IP = 2; // 浙江数据知识产权登记
    uint256 internal constant SZ_2023 = 3; // 深圳2023
    uint256 internal constant OTHER = 4; // 其他
}

/// ObjectionPhase, one code a value.
library ObjectionPhase {
    uint256 internal constant NOTICE = 0; // 公示期
    uint256 internal constant AFTER = 1; // 登记后
}

/// ObjectionState, one code a value.
library ObjectionState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant FILED = 1; // 已提出
    uint256 internal constant COMPLETE = 2; // 材料齐全
    uint256 internal constant RESOLVED = 3; // 已处理
    uint256 internal constant WITHDRAWN = 4; // 已撤回
}

/// Ground, one code a value.
library Ground {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OWNERSHIP = 1; // 权属
    uint256 internal constant ERROR = 2; // 登记错误
    uint256 internal constant UNLAWFUL_SOURCE = 3; // 来源违法
    uint256 internal constant DUPLICATE = 4; // 重复登记
    uint256 internal constant SECURITY_FILING = 5; // 担保登记
    uint256 internal constant OTHER = 6; // 其他
}

/// Conclusion, one code a value.
library Conclusion {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant UPHELD = 1; // 成立
    uint256 internal constant PARTLY = 2; // 部分成立
    uint256 internal constant DISMISSED = 3; // 不成立
}

/// BurdenKind, one code a value.
library BurdenKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant SECURITY = 1; // 担保
    uint256 internal constant LEASE = 2; // 融资租赁
    uint256 internal constant COURT_ORDER = 3; // 司法查封
    uint256 internal constant CONTROL = 4; // 行政管控
    uint256 internal constant DISPUTE = 5; // 异议争议
    uint256 internal constant BANKRUPTCY = 6; // 破产
    uint256 internal constant SOURCE_LOSS = 7; // 来源丧失
    uint256 internal constant SYNC_CONFLICT = 8; // 国家登记不一致
    uint256 internal constant CLAUSE = 9; // 约定限制
    uint256 internal constant EXCLUSIVE_LICENCE = 10; // 独占或排他许可
    uint256 internal constant PRIORITY_NOTICE = 11; // 优先权预告
}

/// BurdenState, one code a value.
library BurdenState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OPEN = 1; // 存续
    uint256 internal constant CLOSED = 2; // 已解除
}

/// LicenceKind, one code a value.
library LicenceKind {
    uint256 internal constant NON_EXCLUSIVE = 0; // 普通许可
    uint256 internal constant SOLE = 1; // 排他许可
    uint256 internal constant EXCLUSIVE = 2; // 独占许可
}

/// LicenceState, one code a value.
library LicenceState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant SUSPENDED = 2; // 中止
    uint256 internal constant ENDED = 3; // 已终止
    uint256 internal constant CLOSED = 4; // 已结清
}

/// EndReason, one code a value.
library EndReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant MUTUAL = 1; // 协商终止
    uint256 internal constant BREACH = 2; // 违约
    uint256 internal constant INSOLVENCY = 3; // 破产
    uint256 internal constant SOURCE_LOSS = 4; // 来源权利丧失
    uint256 internal constant ORDER = 5; // 生效文书
}

/// SuspendReason, one code a value.
library SuspendReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant BREACH = 1; // 违约
    uint256 internal constant VENUE = 2; // 交易场所决定
    uint256 internal constant AUTHORITY = 3; // 主管机关要求
    uint256 internal constant SOURCE_LOSS = 4; // 来源权利丧失
}

/// Template, one code a value.
library Template {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant GF_2025_2615 = 1; // 数据提供合同
    uint256 internal constant GF_2025_2616 = 2; // 数据委托处理服务合同
    uint256 internal constant GF_2025_2617 = 3; // 数据融合开发合同
    uint256 internal constant GF_2025_2618 = 4; // 数据中介服务合同
    uint256 internal constant OTHER = 5; // 其他合同
}

/// PartyKind, one code a value.
library PartyKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant LEGAL_PERSON = 1; // 法人
    uint256 internal constant NATURAL_PERSON = 2; // 自然人
    uint256 internal constant UNINCORPORATED = 3; // 非法人组织
    uint256 internal constant STATE_ORGAN = 4; // 国家机关
    uint256 internal constant JOINT = 5; // 共有
}

/// PartyStatus, one code a value.
library PartyStatus {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant SUSPENDED = 2; // 暂停
    uint256 internal constant EXITED = 3; // 退出
}

/// AccreditationKind, one code a value.
library AccreditationKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant REGISTRAR_CATALOGUE = 1; // 数据产权登记机构
    uint256 internal constant APPRAISAL_FILING = 2; // 资产评估备案
    uint256 internal constant LAW_FIRM = 3; // 律师事务所
    uint256 internal constant QUALITY_LAB = 4; // 质量检测机构
    uint256 internal constant SECURITY_LAB = 5; // 安全检测机构
    uint256 internal constant EXCHANGE = 6; // 数据交易场所
    uint256 internal constant LESSOR_LICENCE = 7; // 融资租赁
    uint256 internal constant GUARANTEE_LICENCE = 8; // 融资担保
    uint256 internal constant BANK_LICENCE = 9; // 银行
}

/// AccreditationStatus, one code a value.
library AccreditationStatus {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant SUSPENDED = 2; // 暂停
    uint256 internal constant EXITING = 3; // 退出中
    uint256 internal constant HANDED_OVER = 4; // 已移交
    uint256 internal constant EXITED = 5; // 已退出
    uint256 internal constant REMOVED = 6; // 移出名录
}

/// MandateState, one code a value.
library MandateState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant GIVEN = 1; // 有效
    uint256 internal constant REVOKED = 2; // 已撤销
}

/// Algorithm, one code a value.
library Algorithm {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant KECCAK256 = 1; // KECCAK256
    uint256 internal constant SHA256 = 2; // SHA-256
    uint256 internal constant SM3 = 3; // SM3
}

/// Right, one bit a value.
library Right {
    uint256 internal constant HOLD = 1 << 0; // 持有权
    uint256 internal constant USE = 1 << 1; // 使用权
    uint256 internal constant OPERATE = 1 << 2; // 经营权
}

/// Origin, one bit a value.
library Origin {
    uint256 internal constant COLLECTED = 1 << 0; // 采集生成
    uint256 internal constant CONTRACT = 1 << 1; // 协议取得
    uint256 internal constant NATURAL_PERSON = 1 << 2; // 自然人数据
    uint256 internal constant SCRAPED_PUBLIC = 1 << 3; // 公开收集
    uint256 internal constant FUSED = 1 << 4; // 融合开发
    uint256 internal constant DERIVED = 1 << 5; // 衍生创造
    uint256 internal constant PUBLIC_AUTHORISED = 1 << 6; // 公共数据授权运营
    uint256 internal constant UTILITY = 1 << 7; // 公用事业
    uint256 internal constant ENTRUSTED = 1 << 8; // 委托处理
    uint256 internal constant GOVERNMENT = 1 << 9; // 党政机关履职
}

/// Sensitivity, one bit a value.
library Sensitivity {
    uint256 internal constant PERSONAL = 1 << 0; // 个人信息
    uint256 internal constant SENSITIVE = 1 << 1; // 敏感个人信息
    uint256 internal constant IMPORTANT = 1 << 2; // 重要数据
    uint256 internal constant CORE = 1 << 3; // 核心数据
}

/// Limit, one bit a value.
library Limit {
    uint256 internal constant NO_RESALE = 1 << 0; // 不可转售
    uint256 internal constant NO_SUBLICENCE = 1 << 1; // 不可再许可
    uint256 internal constant NO_TRAINING = 1 << 2; // 不可训练
    uint256 internal constant NO_CROSS_BORDER = 1 << 3; // 不可出境
    uint256 internal constant NO_DERIVATION = 1 << 4; // 不可衍生
    uint256 internal constant QUALIFIED_BUYER = 1 << 5; // 买方须具资质
    uint256 internal constant NOT_PREMISES = 1 << 6; // 不可本地部署
    uint256 internal constant NOT_CLOUD = 1 << 7; // 不可云端部署
    uint256 internal constant NOT_CONNECTOR = 1 << 8; // 不可经连接器
    uint256 internal constant NOT_API = 1 << 9; // 不可经接口
}

/// Basis, one bit a value.
library Basis {
    uint256 internal constant CONTRACT_ALLOCATES = 1 << 0; // 合同约定
    uint256 internal constant PARTICIPANTS_CONSENT = 1 << 1; // 其他参与方同意
    uint256 internal constant NO_SUBSTITUTION = 1 << 2; // 不实质性替代声明
    uint256 internal constant PUBLIC_DATA_NUMBER = 1 << 3; // 公共数据资源登记号
    uint256 internal constant COMPLIANCE_OPINION = 1 << 4; // 合规意见
    uint256 internal constant SOURCE_RIGHT = 1 << 5; // 来源使用权
}

/// Effect, one bit a value.
library Effect {
    uint256 internal constant TRANSFER = 1 << 0; // 转让
    uint256 internal constant LICENCE_EXCLUSIVE = 1 << 1; // 独占排他许可
    uint256 internal constant LICENCE_ORDINARY = 1 << 2; // 普通许可
    uint256 internal constant SUBLICENSE = 1 << 3; // 再许可
    uint256 internal constant PLEDGE = 1 << 4; // 质押
    uint256 internal constant LEASE = 1 << 5; // 融资租赁
    uint256 internal constant CANCEL = 1 << 6; // 注销
    uint256 internal constant UPDATE = 1 << 7; // 变更
    uint256 internal constant PAYMENT = 1 << 8; // 付款
    uint256 internal constant ENFORCE = 1 << 9; // 实现担保
}

/// Action, one bit a value.
library Action {
    uint256 internal constant READ = 1 << 0; // 读取
    uint256 internal constant INDEX = 1 << 1; // 索引
    uint256 internal constant AGGREGATE = 1 << 2; // 汇聚
    uint256 internal constant DERIVE = 1 << 3; // 衍生
    uint256 internal constant EXTRACT = 1 << 4; // 抽取
    uint256 internal constant ANONYMISE = 1 << 5; // 匿名化
    uint256 internal constant MODIFY = 1 << 6; // 修改
    uint256 internal constant REPRODUCE = 1 << 7; // 复制
    uint256 internal constant DISTRIBUTE = 1 << 8; // 分发
    uint256 internal constant DISPLAY = 1 << 9; // 展示
    uint256 internal constant EXECUTE = 1 << 10; // 执行
    uint256 internal constant TRAIN = 1 << 11; // 训练
    uint256 internal constant FINE_TUNE = 1 << 12; // 微调
    uint256 internal constant EVALUATE = 1 << 13; // 评测
    uint256 internal constant RETRIEVE = 1 << 14; // 检索增强
}

/// Purpose, one bit a value.
library Purpose {
    uint256 internal constant RESEARCH = 1 << 0; // 科学研究
    uint256 internal constant MODEL_TRAINING = 1 << 1; // 模型训练
    uint256 internal constant HUMANOID_TRAINING = 1 << 2; // 人形机器人训练
    uint256 internal constant STAGE_PERFORMANCE = 1 << 3; // 舞台演出
    uint256 internal constant TEACHING = 1 << 4; // 教学
    uint256 internal constant FILM_AND_VIDEO = 1 << 5; // 影视制作
    uint256 internal constant MEDICAL_RESEARCH = 1 << 6; // 医学研发
    uint256 internal constant CREDIT_RISK = 1 << 7; // 信用风控
    uint256 internal constant SAFETY_ALERT = 1 << 8; // 安全预警
    uint256 internal constant MARKETING = 1 << 9; // 营销
    uint256 internal constant URBAN_GOVERNANCE = 1 << 10; // 城市治理
    uint256 internal constant TRAFFIC = 1 << 11; // 交通
    uint256 internal constant INTERNAL_OPERATION = 1 << 12; // 内部经营
}

/// Industry, one bit a value.
library Industry {
    uint256 internal constant A = 1 << 0; // 农林牧渔业
    uint256 internal constant B = 1 << 1; // 采矿业
    uint256 internal constant C = 1 << 2; // 制造业
    uint256 internal constant D = 1 << 3; // 电力热力燃气及水
    uint256 internal constant E = 1 << 4; // 建筑业
    uint256 internal constant F = 1 << 5; // 批发和零售业
    uint256 internal constant G = 1 << 6; // 交通运输仓储邮政
    uint256 internal constant H = 1 << 7; // 住宿和餐饮业
    uint256 internal constant I = 1 << 8; // 信息传输软件和信息技术
    uint256 internal constant J = 1 << 9; // 金融业
    uint256 internal constant K = 1 << 10; // 房地产业
    uint256 internal constant L = 1 << 11; // 租赁和商务服务业
    uint256 internal constant M = 1 << 12; // 科学研究和技术服务业
    uint256 internal constant N = 1 << 13; // 水利环境公共设施
    uint256 internal constant O = 1 << 14; // 居民服务
    uint256 internal constant P = 1 << 15; // 教育
    uint256 internal constant Q = 1 << 16; // 卫生和社会工作
    uint256 internal constant R = 1 << 17; // 文化体育娱乐
    uint256 internal constant S = 1 << 18; // 公共管理
    uint256 internal constant T = 1 << 19; // 国际组织
}

/// Region, one bit a value.
library Region {
    uint256 internal constant CN11 = 1 << 0; // 北京
    uint256 internal constant CN12 = 1 << 1; // 天津
    uint256 internal constant CN13 = 1 << 2; // 河北
    uint256 internal constant CN14 = 1 << 3; // 山西
    uint256 internal constant CN15 = 1 << 4; // 内蒙古
    uint256 internal constant CN21 = 1 << 5; // 辽宁
    uint256 internal constant CN22 = 1 << 6; // 吉林
    uint256 internal constant CN23 = 1 << 7; // 黑龙江
    uint256 internal constant CN31 = 1 << 8; // 上海
    uint256 internal constant CN32 = 1 << 9; // 江苏
    uint256 internal constant CN33 = 1 << 10; // 浙江
    uint256 internal constant CN34 = 1 << 11; // 安徽
    uint256 internal constant CN35 = 1 << 12; // 福建
    uint256 internal constant CN36 = 1 << 13; // 江西
    uint256 internal constant CN37 = 1 << 14; // 山东
    uint256 internal constant CN41 = 1 << 15; // 河南
    uint256 internal constant CN42 = 1 << 16; // 湖北
    uint256 internal constant CN43 = 1 << 17; // 湖南
    uint256 internal constant CN44 = 1 << 18; // 广东
    uint256 internal constant CN45 = 1 << 19; // 广西
    uint256 internal constant CN46 = 1 << 20; // 海南
    uint256 internal constant CN50 = 1 << 21; // 重庆
    uint256 internal constant CN51 = 1 << 22; // 四川
    uint256 internal constant CN52 = 1 << 23; // 贵州
    uint256 internal constant CN53 = 1 << 24; // 云南
    uint256 internal constant CN54 = 1 << 25; // 西藏
    uint256 internal constant CN61 = 1 << 26; // 陕西
    uint256 internal constant CN62 = 1 << 27; // 甘肃
    uint256 internal constant CN63 = 1 << 28; // 青海
    uint256 internal constant CN64 = 1 << 29; // 宁夏
    uint256 internal constant CN65 = 1 << 30; // 新疆
    uint256 internal constant CN71 = 1 << 31; // 台湾
    uint256 internal constant CN81 = 1 << 32; // 香港
    uint256 internal constant CN82 = 1 << 33; // 澳门
    uint256 internal constant ABROAD = 1 << 34; // 境外
}

/// Environment, one bit a value.
library Environment {
    uint256 internal constant PREMISES = 1 << 0; // 本地部署
    uint256 internal constant CLOUD = 1 << 1; // 云端
    uint256 internal constant CONNECTOR = 1 << 2; // 连接器
    uint256 internal constant API = 1 << 3; // 接口
    uint256 internal constant SANDBOX = 1 << 4; // 沙箱
    uint256 internal constant TRUSTED_HARDWARE = 1 << 5; // 可信执行环境
}

/// Role, one bit a value.
library Role {
    uint256 internal constant OPERATOR = 1 << 0; // 运营方
    uint256 internal constant REGISTRAR = 1 << 1; // 登记机构
    uint256 internal constant EXCHANGE = 1 << 2; // 数据交易场所
    uint256 internal constant FILING_AGENT = 1 << 3; // 申请代理
    uint256 internal constant HOLDER = 1 << 4; // 权利人
    uint256 internal constant MERCHANT = 1 << 5; // 数商
    uint256 internal constant BANK = 1 << 6; // 银行
    uint256 internal constant GUARANTOR = 1 << 7; // 担保机构
    uint256 internal constant LESSOR = 1 << 8; // 融资租赁公司
    uint256 internal constant ATTESTOR = 1 << 9; // 意见出具机构
    uint256 internal constant COURT = 1 << 10; // 法院
    uint256 internal constant REGULATOR = 1 << 11; // 监管机关
    uint256 internal constant CUSTODIAN = 1 << 12; // 托管人
    uint256 internal constant NOTARY = 1 << 13; // 公证机构
    uint256 internal constant AUDITOR = 1 << 14; // 审计机构
    uint256 internal constant NODE_OPERATOR = 1 << 15; // 节点运营方
}

/// Power, one bit a value.
library Power {
    uint256 internal constant GOVERN = 1 << 0; // 治理
    uint256 internal constant ADMIT = 1 << 1; // 准入
    uint256 internal constant BIND = 1 << 2; // 经办人管理
    uint256 internal constant MANDATE = 1 << 3; // 委托
    uint256 internal constant FILE = 1 << 4; // 申请登记
    uint256 internal constant DISPOSE = 1 << 5; // 处分
    uint256 internal constant CHARGE = 1 << 6; // 设定担保
    uint256 internal constant LICENSE = 1 << 7; // 普通许可
    uint256 internal constant LICENSE_EXCLUSIVE = 1 << 8; // 独占许可
    uint256 internal constant ACCEPT = 1 << 9; // 受让与受许可
    uint256 internal constant CONSENT = 1 << 10; // 作为权利人同意
    uint256 internal constant RELEASE = 1 << 11; // 解除担保
    uint256 internal constant ACKNOWLEDGE = 1 << 12; // 确认
    uint256 internal constant REVIEW = 1 << 13; // 审查
    uint256 internal constant APPROVE = 1 << 14; // 决定
    uint256 internal constant RECORD = 1 << 15; // 备案记录
    uint256 internal constant ATTEST = 1 << 16; // 出具意见
    uint256 internal constant OBJECT = 1 << 17; // 提出异议
    uint256 internal constant MACHINE = 1 << 18; // 机器(不计入双人)
}

/// CaseFlag, one bit a value.
library CaseFlag {
    uint256 internal constant DEEMED = 1 << 0;
    uint256 internal constant EXTENDED = 1 << 1;
    uint256 internal constant CORRECTED_ONCE = 1 << 2;
    uint256 internal constant WAIVER_ASKED = 1 << 3;
    uint256 internal constant WAIVED = 1 << 4;
}

/// LicenceFlag, one bit a value.
library LicenceFlag {
    uint256 internal constant REDISTRIBUTE = 1 << 0;
    uint256 internal constant SUBLICENSE = 1 << 1;
    uint256 internal constant TRAIN = 1 << 2;
    uint256 internal constant KEEP_WEIGHTS = 1 << 3;
    uint256 internal constant CROSS_BORDER = 1 << 4;
    uint256 internal constant AUDIT = 1 << 5;
    uint256 internal constant SUSPENDED_BY_REGISTRAR = 1 << 6;
    uint256 internal constant NOTICED_BY_LICENSEE = 1 << 7;
    uint256 internal constant NOTICED_BY_LICENSOR = 1 << 8;
}

// 日志 Journal: The rolling hash over all lines on one subject: replaying them must give this word.
// journals[subject], at map(subject, base+0) of dpr.journals
//
//      0–23      24  lines   how many lines the subject has; a line's number is an id
//    24–255     232  digest  the high 232 bits of the last link
type Journal is uint256;

using JournalLib for Journal global;

library JournalLib {
    function lines(Journal word) internal pure returns (uint256) {
        return Journal.unwrap(word) & 0xffffff;
    }

    function withLines(Journal word, uint256 value) internal pure returns (Journal) {
        if (value > 0xffffff) revert FieldOverflow();
        return Journal.wrap((Journal.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function digest(Journal word) internal pure returns (uint256) {
        return Journal.unwrap(word) >> 24;
    }

    function withDigest(Journal word, uint256 value) internal pure returns (Journal) {
        if (value > 0x000000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Journal.wrap((Journal.unwrap(word) & ~uint256(0x000000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff << 24)) | (value << 24));
    }

    /// Every word is.
    function valid(Journal) internal pure returns (bool) {
        return true;
    }
}

// 登记项头 Head: What is true of an entry now. Zero until the first anchoring.
// heads[entry], at map(entry, base+0) of dpr.entries
//
//      0–71  3 × 24  holder       party holding HOLD, USE, OPERATE
//    72–119  3 × 16  until        last legal day of the right
//   120–125   3 × 2  status       each right's slot; a lapse is derived from until
//   126–149      24  registrar    party keeping this entry (rule 31)
//   150–161      12  burdens      burdens not closed: proves lists complete
//   162–181      20  licences     licences not closed: proves lists complete
//   182–205      24  edition      moves when holders, validity, burdens or licences do; never comes back, for each move is a line
//   206–215      10  origins      where the data come from, a set
//   216–219       4  sensitivity  personal, important and core data
//   220–233      14  limits       what licences may not allow
//   234–249      16  sourceUntil  earliest end of a source's term, 0 = none
//   250–255       6  bases        evidence the registrar holds
type Head is uint256;

using HeadLib for Head global;

library HeadLib {
    function holder(Head word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Head.unwrap(word) >> (index * 24)) & 0xffffff;
        }
    }

    function withHolder(Head word, uint256 index, uint256 value) internal pure returns (Head) {
        if (index > 2) revert FieldIndex();
        if (value > 0xffffff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 24;
            return Head.wrap((Head.unwrap(word) & ~uint256(0xffffff << shift)) | (value << shift));
        }
    }

    function until(Head word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Head.unwrap(word) >> (72 + index * 16)) & 0xffff;
        }
    }

    function withUntil(Head word, uint256 index, uint256 value) internal pure returns (Head) {
        if (index > 2) revert FieldIndex();
        if (value > 0xffff) revert FieldOverflow();
        unchecked {
            uint256 shift = 72 + index * 16;
            return Head.wrap((Head.unwrap(word) & ~uint256(0xffff << shift)) | (value << shift));
        }
    }

    function status(Head word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Head.unwrap(word) >> (120 + index * 2)) & 0x3;
        }
    }

    function withStatus(Head word, uint256 index, uint256 value) internal pure returns (Head) {
        if (index > 2) revert FieldIndex();
        if (value > 0x3) revert FieldOverflow();
        unchecked {
            uint256 shift = 120 + index * 2;
            return Head.wrap((Head.unwrap(word) & ~uint256(0x3 << shift)) | (value << shift));
        }
    }

    function registrar(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 126) & 0xffffff;
    }

    function withRegistrar(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xffffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xffffff << 126)) | (value << 126));
    }

    function burdens(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 150) & 0xfff;
    }

    function withBurdens(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xfff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xfff << 150)) | (value << 150));
    }

    function licences(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 162) & 0xfffff;
    }

    function withLicences(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xfffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xfffff << 162)) | (value << 162));
    }

    function edition(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 182) & 0xffffff;
    }

    function withEdition(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xffffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xffffff << 182)) | (value << 182));
    }

    function origins(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 206) & 0x3ff;
    }

    function withOrigins(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0x3ff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0x3ff << 206)) | (value << 206));
    }

    function sensitivity(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 216) & 0xf;
    }

    function withSensitivity(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xf) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xf << 216)) | (value << 216));
    }

    function limits(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 220) & 0x3fff;
    }

    function withLimits(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0x3fff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0x3fff << 220)) | (value << 220));
    }

    function sourceUntil(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 234) & 0xffff;
    }

    function withSourceUntil(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xffff << 234)) | (value << 234));
    }

    function bases(Head word) internal pure returns (uint256) {
        return Head.unwrap(word) >> 250;
    }

    function withBases(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0x3f) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0x3f << 250)) | (value << 250));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Head word) internal pure returns (bool) {
        return Head.unwrap(word) & 0x000003c000000000000000000000000000000000000000000000000000000000 == 0
            && status(word, 0) <= 2
            && status(word, 1) <= 2
            && status(word, 2) <= 2;
    }
}

// 登记案件 Case: A registration case and its clock. A due day is never stored: it is run + (limit − used) working days.
// cases[entry][number], at map(number, map(entry, base+0)) of dpr.cases
//
//       0–2       3  kind          registration type
//       3–6       4  state         SM-1
//       7–9       3  asked         rights asked for
//     10–12       3  passed        rights the review let pass
//     13–36      24  applicant     party applying
//     37–60      24  registrar     party deciding
//     61–84      24  reviewer      officer who accepted or asked for correction: never the approver (rule 3)
//    85–124      40  since         legal time of the case's last act, unix seconds
//   125–140      16  submitted     legal day of (re)submission
//   141–156      16  accepted      legal day of acceptance
//   157–172      16  run           day the running stretch began (not counted), 0 = paused
//   173–178       6  used          working days used before the running stretch
//   179–184       6  limit         working days allowed in all, copied from the parameters at start
//   185–200      16  notice        legal day of publication
//   201–205       5  noticeLength  working days of the notice, copied at publication
//   206–221      16  due           last legal day to resubmit, set with a correction list
//   222–229       8  objections    open objections in the notice (rule 26)
//   230–237       8  flags         what happened on the way
//   238–255      18                spare, always zero
type Case is uint256;

using CaseLib for Case global;

library CaseLib {
    function kind(Case word) internal pure returns (uint256) {
        return Case.unwrap(word) & 0x7;
    }

    function withKind(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x7) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x7)) | value);
    }

    function state(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 3) & 0xf;
    }

    function withState(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xf) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xf << 3)) | (value << 3));
    }

    function asked(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 7) & 0x7;
    }

    function withAsked(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x7) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x7 << 7)) | (value << 7));
    }

    function passed(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 10) & 0x7;
    }

    function withPassed(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x7) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x7 << 10)) | (value << 10));
    }

    function applicant(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 13) & 0xffffff;
    }

    function withApplicant(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffff << 13)) | (value << 13));
    }

    function registrar(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 37) & 0xffffff;
    }

    function withRegistrar(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffff << 37)) | (value << 37));
    }

    function reviewer(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 61) & 0xffffff;
    }

    function withReviewer(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffff << 61)) | (value << 61));
    }

    function since(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 85) & 0xffffffffff;
    }

    function withSince(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffffffff << 85)) | (value << 85));
    }

    function submitted(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 125) & 0xffff;
    }

    function withSubmitted(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 125)) | (value << 125));
    }

    function accepted(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 141) & 0xffff;
    }

    function withAccepted(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 141)) | (value << 141));
    }

    function run(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 157) & 0xffff;
    }

    function withRun(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 157)) | (value << 157));
    }

    function used(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 173) & 0x3f;
    }

    function withUsed(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x3f) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x3f << 173)) | (value << 173));
    }

    function limit(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 179) & 0x3f;
    }

    function withLimit(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x3f) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x3f << 179)) | (value << 179));
    }

    function notice(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 185) & 0xffff;
    }

    function withNotice(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 185)) | (value << 185));
    }

    function noticeLength(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 201) & 0x1f;
    }

    function withNoticeLength(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x1f) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x1f << 201)) | (value << 201));
    }

    function due(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 206) & 0xffff;
    }

    function withDue(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 206)) | (value << 206));
    }

    function objections(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 222) & 0xff;
    }

    function withObjections(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xff << 222)) | (value << 222));
    }

    function flags(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 230) & 0xff;
    }

    function withFlags(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xff << 230)) | (value << 230));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Case word) internal pure returns (bool) {
        return Case.unwrap(word) & 0xfffff80000000000000000000000000000000000000000000000000000000000 == 0
            && kind(word) <= 5
            && state(word) <= 13;
    }
}

// 申请内容 Claim: What a case says of the data and asks for. Anchoring copies it into the head.
// claims[entry][number], at map(number, map(entry, base+1)) of dpr.cases
//
//       0–9      10  origins      where the data come from, a set
//     10–11       2  form         resource, product or service
//     12–15       4  sensitivity  personal, important and core data
//     16–29      14  limits       what licences may not allow
//     30–45      16  sourceUntil  earliest end of a source's term, 0 = none
//     46–51       6  bases        evidence handed in
//     52–99  3 × 16  term         last legal day asked for each right, 0 = as long as the credential
//   100–255     156               spare, always zero
type Claim is uint256;

using ClaimLib for Claim global;

library ClaimLib {
    function origins(Claim word) internal pure returns (uint256) {
        return Claim.unwrap(word) & 0x3ff;
    }

    function withOrigins(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3ff) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3ff)) | value);
    }

    function form(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 10) & 0x3;
    }

    function withForm(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3 << 10)) | (value << 10));
    }

    function sensitivity(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 12) & 0xf;
    }

    function withSensitivity(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0xf) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0xf << 12)) | (value << 12));
    }

    function limits(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 16) & 0x3fff;
    }

    function withLimits(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3fff) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3fff << 16)) | (value << 16));
    }

    function sourceUntil(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 30) & 0xffff;
    }

    function withSourceUntil(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0xffff) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0xffff << 30)) | (value << 30));
    }

    function bases(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 46) & 0x3f;
    }

    function withBases(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3f) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3f << 46)) | (value << 46));
    }

    function term(Claim word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Claim.unwrap(word) >> (52 + index * 16)) & 0xffff;
        }
    }

    function withTerm(Claim word, uint256 index, uint256 value) internal pure returns (Claim) {
        if (index > 2) revert FieldIndex();
        if (value > 0xffff) revert FieldOverflow();
        unchecked {
            uint256 shift = 52 + index * 16;
            return Claim.wrap((Claim.unwrap(word) & ~uint256(0xffff << shift)) | (value << shift));
        }
    }

    /// Spare bits are zero and every code has a name.
    function valid(Claim word) internal pure returns (bool) {
        return Claim.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffff000000000000000003c000000 == 0;
    }
}

// 凭证流水 Serials: Which of 256 credential serials of a registrar's month are taken (rule 30).
// serials[prefix][group], at map(serial / 256, map(prefix, base+2)) of dpr.cases
//
//     0–255     256  taken  one bit a serial
type Serials is uint256;

using SerialsLib for Serials global;

library SerialsLib {
    function taken(Serials word) internal pure returns (uint256) {
        return Serials.unwrap(word);
    }

    function withTaken(Serials, uint256 value) internal pure returns (Serials) {
        return Serials.wrap(value);
    }

    /// Every word is.
    function valid(Serials) internal pure returns (bool) {
        return true;
    }
}

// 异议 Objection: An objection, in a notice or after registration (SM-3). Its DISPUTE burden has the same number.
// objections[entry][number], at map(number, map(entry, base+0)) of dpr.objections
//
//       0–3       4  state       SM-3
//       4–4       1  phase       in the notice or after registration
//       5–8       4  ground      why
//      9–10       2  conclusion  how it was decided
//     11–34      24  objector    party objecting
//     35–58      24  caseNumber  the case in notice, 0 after registration
//     59–98      40  since       legal time of its last act
//    99–114      16  filed       legal day of receipt: clocks start here
//   115–130      16  completed   legal day found complete
//   131–136       6  limit       working days to decide (notice, rule 27) or to notify the holder (after, rule 38)
//   137–139       3  rights      rights in dispute
//   140–255     116              spare, always zero
type Objection is uint256;

using ObjectionLib for Objection global;

library ObjectionLib {
    function state(Objection word) internal pure returns (uint256) {
        return Objection.unwrap(word) & 0xf;
    }

    function withState(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xf) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xf)) | value);
    }

    function phase(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 4) & 0x1;
    }

    function withPhase(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x1) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x1 << 4)) | (value << 4));
    }

    function ground(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 5) & 0xf;
    }

    function withGround(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xf) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xf << 5)) | (value << 5));
    }

    function conclusion(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 9) & 0x3;
    }

    function withConclusion(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3 << 9)) | (value << 9));
    }

    function objector(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 11) & 0xffffff;
    }

    function withObjector(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffff << 11)) | (value << 11));
    }

    function caseNumber(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 35) & 0xffffff;
    }

    function withCaseNumber(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffff << 35)) | (value << 35));
    }

    function since(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 59) & 0xffffffffff;
    }

    function withSince(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffffffff << 59)) | (value << 59));
    }

    function filed(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 99) & 0xffff;
    }

    function withFiled(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffff << 99)) | (value << 99));
    }

    function completed(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 115) & 0xffff;
    }

    function withCompleted(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffff << 115)) | (value << 115));
    }

    function limit(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 131) & 0x3f;
    }

    function withLimit(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3f) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3f << 131)) | (value << 131));
    }

    function rights(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 137) & 0x7;
    }

    function withRights(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x7) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x7 << 137)) | (value << 137));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Objection word) internal pure returns (bool) {
        return Objection.unwrap(word) & 0xfffffffffffffffffffffffffffff00000000000000000000000000000000000 == 0
            && state(word) <= 4
            && ground(word) <= 6;
    }
}

// 负担 Burden: Anything that may stop an act on an entry (or, keyed by party, on all a party holds).
// burdens[subject][number], at map(number, map(subject, base+0)) of dpr.burdens
//
//       0–4       5  kind      what it is
//       5–8       4  state     open or closed
//      9–11       3  rights    rights it lies on
//     12–23      12  effects   acts it forbids
//     24–24       1  waivable  1 when its party may consent
//     25–48      24  party     whose it is: creditor, objector, licensee
//     49–72      24  grantor   who gave it, 0 when nobody did
//    73–112      40  since     legal time of its last act
//   113–128      16  day       legal day it was recorded
//   129–144      16  until     last legal day, 0 = open-ended
//   145–255     111            spare, always zero
type Burden is uint256;

using BurdenLib for Burden global;

library BurdenLib {
    function kind(Burden word) internal pure returns (uint256) {
        return Burden.unwrap(word) & 0x1f;
    }

    function withKind(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x1f) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x1f)) | value);
    }

    function state(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 5) & 0xf;
    }

    function withState(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xf) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xf << 5)) | (value << 5));
    }

    function rights(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 9) & 0x7;
    }

    function withRights(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x7) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x7 << 9)) | (value << 9));
    }

    function effects(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 12) & 0xfff;
    }

    function withEffects(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xfff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xfff << 12)) | (value << 12));
    }

    function waivable(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 24) & 0x1;
    }

    function withWaivable(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x1) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x1 << 24)) | (value << 24));
    }

    function party(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 25) & 0xffffff;
    }

    function withParty(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffff << 25)) | (value << 25));
    }

    function grantor(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 49) & 0xffffff;
    }

    function withGrantor(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffff << 49)) | (value << 49));
    }

    function since(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 73) & 0xffffffffff;
    }

    function withSince(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffffffff << 73)) | (value << 73));
    }

    function day(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 113) & 0xffff;
    }

    function withDay(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffff << 113)) | (value << 113));
    }

    function until(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 129) & 0xffff;
    }

    function withUntil(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffff << 129)) | (value << 129));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Burden word) internal pure returns (bool) {
        return Burden.unwrap(word) & 0xfffffffffffffffffffffffffffe000000000000000000000000000000c00000 == 0
            && kind(word) <= 11
            && state(word) <= 2;
    }
}

// 许可 Licence: A licence's terms that conflict tests read; 0 in a set of codes means all.
// licences[entry][number], at map(number, map(entry, base+0)) of dpr.licences
//
//      0–23      24  licensee      party licensed
//     24–25       2  kind          non-exclusive, sole or exclusive
//     26–28       3  state         SM-5; expiry is derived from end
//     29–44      16  start         first legal day
//     45–60      16  end           last legal day; an early end moves it
//     61–84      24  parent        licence it was given under, 0 = the right itself
//     85–87       3  depth         0 under the right, 1 under a licence, …
//    88–111      24  actions       what may be done
//   112–135      24  purposes      what for
//   136–155      20  industries    field of use, GB/T 4754 sections
//   156–190      35  regions       where, GB/T 2260 provinces and abroad
//   191–196       6  environments  in what surroundings
//   197–210      14  flags         what is expressly agreed; silence is no (rule 59)
//   211–218       8  deleteWithin  days after the end to certify deletion, 0 = no such duty
//   219–234      16  noticed       legal day of a notice of breach, 0 = none
//   235–250      16  last          legal day of its last act
//   251–255       5                spare, always zero
type Licence is uint256;

using LicenceLib for Licence global;

library LicenceLib {
    function licensee(Licence word) internal pure returns (uint256) {
        return Licence.unwrap(word) & 0xffffff;
    }

    function withLicensee(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function kind(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 24) & 0x3;
    }

    function withKind(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x3) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x3 << 24)) | (value << 24));
    }

    function state(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 26) & 0x7;
    }

    function withState(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x7) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x7 << 26)) | (value << 26));
    }

    function start(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 29) & 0xffff;
    }

    function withStart(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 29)) | (value << 29));
    }

    function end(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 45) & 0xffff;
    }

    function withEnd(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 45)) | (value << 45));
    }

    function parent(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 61) & 0xffffff;
    }

    function withParent(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff << 61)) | (value << 61));
    }

    function depth(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 85) & 0x7;
    }

    function withDepth(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x7) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x7 << 85)) | (value << 85));
    }

    function actions(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 88) & 0xffffff;
    }

    function withActions(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff << 88)) | (value << 88));
    }

    function purposes(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 112) & 0xffffff;
    }

    function withPurposes(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff << 112)) | (value << 112));
    }

    function industries(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 136) & 0xfffff;
    }

    function withIndustries(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xfffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xfffff << 136)) | (value << 136));
    }

    function regions(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 156) & 0x7ffffffff;
    }

    function withRegions(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x7ffffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x7ffffffff << 156)) | (value << 156));
    }

    function environments(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 191) & 0x3f;
    }

    function withEnvironments(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x3f) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x3f << 191)) | (value << 191));
    }

    function flags(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 197) & 0x3fff;
    }

    function withFlags(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x3fff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x3fff << 197)) | (value << 197));
    }

    function deleteWithin(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 211) & 0xff;
    }

    function withDeleteWithin(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xff << 211)) | (value << 211));
    }

    function noticed(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 219) & 0xffff;
    }

    function withNoticed(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 219)) | (value << 219));
    }

    function last(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 235) & 0xffff;
    }

    function withLast(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 235)) | (value << 235));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Licence word) internal pure returns (bool) {
        return Licence.unwrap(word) & 0xf80000000007c00000000000000000ffe000ff80000000000000000000000000 == 0
            && kind(word) <= 2
            && state(word) <= 4;
    }
}

// 主体 Party: A legal person, a natural person or a joint holding.
// parties[number], at map(number, base+0) of dpr.parties
//
//      0–23      24  roles     what it may be here
//     24–35      12  burdens   burdens on all it holds, not closed
//     36–38       3  kind      what it is
//     39–40       2  status    whether it may act
//     41–80      40  kycUntil  identity verified until, unix seconds (rule 1)
//    81–255     175            spare, always zero
type Party is uint256;

using PartyLib for Party global;

library PartyLib {
    function roles(Party word) internal pure returns (uint256) {
        return Party.unwrap(word) & 0xffffff;
    }

    function withRoles(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0xffffff) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function burdens(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 24) & 0xfff;
    }

    function withBurdens(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0xfff) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0xfff << 24)) | (value << 24));
    }

    function kind(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 36) & 0x7;
    }

    function withKind(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0x7) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0x7 << 36)) | (value << 36));
    }

    function status(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 39) & 0x3;
    }

    function withStatus(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0x3) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0x3 << 39)) | (value << 39));
    }

    function kycUntil(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 41) & 0xffffffffff;
    }

    function withKycUntil(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0xffffffffff << 41)) | (value << 41));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Party word) internal pure returns (bool) {
        return Party.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffffffe00000000000000ff0000 == 0
            && kind(word) <= 5;
    }
}

// 经办人 Officer: One person, or one machine, signing for one party with one key at a time. Out of office: until = 0.
// officers[number], at map(number, base+1) of dpr.parties
//
//     0–159     160  key     low bits of keccak256 of the ERC-7913 signer
//   160–183      24  party   for whom
//   184–215      32  powers  for what
//   216–255      40  until   in office until, unix seconds
type Officer is uint256;

using OfficerLib for Officer global;

library OfficerLib {
    function key(Officer word) internal pure returns (uint256) {
        return Officer.unwrap(word) & 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff;
    }

    function withKey(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff)) | value);
    }

    function party(Officer word) internal pure returns (uint256) {
        return (Officer.unwrap(word) >> 160) & 0xffffff;
    }

    function withParty(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0xffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0xffffff << 160)) | (value << 160));
    }

    function powers(Officer word) internal pure returns (uint256) {
        return (Officer.unwrap(word) >> 184) & 0xffffffff;
    }

    function withPowers(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0xffffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0xffffffff << 184)) | (value << 184));
    }

    function until(Officer word) internal pure returns (uint256) {
        return Officer.unwrap(word) >> 216;
    }

    function withUntil(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0xffffffffff << 216)) | (value << 216));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Officer word) internal pure returns (bool) {
        return Officer.unwrap(word) & 0x0000000000fff800000000000000000000000000000000000000000000000000 == 0;
    }
}

// 共有人 Members: The members of a joint holding, ascending, zero-terminated.
// members[number], at map(number, base+5) of dpr.parties
//
//     0–191  8 × 24  member  party number
//   192–255      64          spare, always zero
type Members is uint256;

using MembersLib for Members global;

library MembersLib {
    function member(Members word, uint256 index) internal pure returns (uint256) {
        if (index > 7) revert FieldIndex();
        unchecked {
            return (Members.unwrap(word) >> (index * 24)) & 0xffffff;
        }
    }

    function withMember(Members word, uint256 index, uint256 value) internal pure returns (Members) {
        if (index > 7) revert FieldIndex();
        if (value > 0xffffff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 24;
            return Members.wrap((Members.unwrap(word) & ~uint256(0xffffff << shift)) | (value << shift));
        }
    }

    /// Spare bits are zero and every code has a name.
    function valid(Members word) internal pure returns (bool) {
        return Members.unwrap(word) & 0xffffffffffffffff000000000000000000000000000000000000000000000000 == 0;
    }
}

// 共有份额 Shares: Voting weights of a joint holding's members and what each effect needs, in basis points.
// shares[number], at map(number, base+6) of dpr.parties
//
//     0–111  8 × 14  weight  basis points, in the order of members; they sum to 10 000
//   112–167  4 × 14  quorum  basis points needed: dispose, charge, exclusive, ordinary (rule 47)
//   168–255      88          spare, always zero
type Shares is uint256;

using SharesLib for Shares global;

library SharesLib {
    function weight(Shares word, uint256 index) internal pure returns (uint256) {
        if (index > 7) revert FieldIndex();
        unchecked {
            return (Shares.unwrap(word) >> (index * 14)) & 0x3fff;
        }
    }

    function withWeight(Shares word, uint256 index, uint256 value) internal pure returns (Shares) {
        if (index > 7) revert FieldIndex();
        if (value > 0x3fff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 14;
            return Shares.wrap((Shares.unwrap(word) & ~uint256(0x3fff << shift)) | (value << shift));
        }
    }

    function quorum(Shares word, uint256 index) internal pure returns (uint256) {
        if (index > 3) revert FieldIndex();
        unchecked {
            return (Shares.unwrap(word) >> (112 + index * 14)) & 0x3fff;
        }
    }

    function withQuorum(Shares word, uint256 index, uint256 value) internal pure returns (Shares) {
        if (index > 3) revert FieldIndex();
        if (value > 0x3fff) revert FieldOverflow();
        unchecked {
            uint256 shift = 112 + index * 14;
            return Shares.wrap((Shares.unwrap(word) & ~uint256(0x3fff << shift)) | (value << shift));
        }
    }

    /// Spare bits are zero and every code has a name.
    function valid(Shares word) internal pure returns (bool) {
        return Shares.unwrap(word) & 0xffffffffffffffffffffff000000000000000000000000000000000000000000 == 0;
    }
}

// 机构资质 Accreditation: A licence to practise: registrars, appraisers, law firms, laboratories (SM-13).
// accreditations[party][kind], at map(kind, map(party, base+7)) of dpr.parties
//
//       0–2       3  status     SM-13
//      3–42      40  from       valid from, unix seconds
//     43–82      40  until      valid until, unix seconds
//    83–106      24  successor  party that takes over
//   107–255     149             spare, always zero
type Accreditation is uint256;

using AccreditationLib for Accreditation global;

library AccreditationLib {
    function status(Accreditation word) internal pure returns (uint256) {
        return Accreditation.unwrap(word) & 0x7;
    }

    function withStatus(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0x7) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0x7)) | value);
    }

    function from(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 3) & 0xffffffffff;
    }

    function withFrom(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffffffff << 3)) | (value << 3));
    }

    function until(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 43) & 0xffffffffff;
    }

    function withUntil(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffffffff << 43)) | (value << 43));
    }

    function successor(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 83) & 0xffffff;
    }

    function withSuccessor(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffff << 83)) | (value << 83));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Accreditation word) internal pure returns (bool) {
        return Accreditation.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffff800000000000000000000000000 == 0
            && status(word) <= 6;
    }
}

// 委托 Mandate: A principal lets an agent's officers act for it: on one entry, or on all.
// mandates[principal][agent][entry or 0], at map(entry, map(agent, map(principal, base+9))) of dpr.parties
//
//      0–31      32  powers  for what
//     32–71      40  from    from, unix seconds
//    72–111      40  until   until, unix seconds
//   112–113       2  state   given or revoked
//   114–255     142          spare, always zero
type Mandate is uint256;

using MandateLib for Mandate global;

library MandateLib {
    function powers(Mandate word) internal pure returns (uint256) {
        return Mandate.unwrap(word) & 0xffffffff;
    }

    function withPowers(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0xffffffff) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0xffffffff)) | value);
    }

    function from(Mandate word) internal pure returns (uint256) {
        return (Mandate.unwrap(word) >> 32) & 0xffffffffff;
    }

    function withFrom(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0xffffffffff << 32)) | (value << 32));
    }

    function until(Mandate word) internal pure returns (uint256) {
        return (Mandate.unwrap(word) >> 72) & 0xffffffffff;
    }

    function withUntil(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0xffffffffff << 72)) | (value << 72));
    }

    function state(Mandate word) internal pure returns (uint256) {
        return (Mandate.unwrap(word) >> 112) & 0x3;
    }

    function withState(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0x3) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0x3 << 112)) | (value << 112));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Mandate word) internal pure returns (bool) {
        return Mandate.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffc00000000000000000000fff80000 == 0
            && state(word) <= 2;
    }
}

// 参数 Parameters: Numbers the law leaves open or may change (E28). A clock copies what it uses at its start.
// parameters, at base+0 of dpr.book
//
//       0–5       6  acceptDays          working days to accept or ask for correction (rule 23)
//      6–11       6  reviewDays          working days to review (rule 24)
//     12–17       6  extensionDays       working days one extension may add (rule 24)
//     18–22       5  noticeDays          working days of a public notice (rule 25)
//     23–28       6  decideDays          working days to decide an objection in the notice (rule 27)
//     29–34       6  notifyDays          working days to notify the holder of an objection (rule 38)
//     35–38       4  credentialYears     validity at most, years (rule 28)
//     39–50      12  tolerance           seconds a legal time may lie ahead of block time (rule 124)
//     51–53       3  lateEntryDays       working days a legal time may lie back
//     54–59       6  filingDays          days a filing's deadline may lie ahead
//     60–65       6  noticeOfBreachDays  days between a notice of breach and an end for cause (rule 54)
//     66–77      12  disputeEffects      what a dispute forbids (rule 39)
//    78–255     178                      spare, always zero
type Parameters is uint256;

using ParametersLib for Parameters global;

library ParametersLib {
    function acceptDays(Parameters word) internal pure returns (uint256) {
        return Parameters.unwrap(word) & 0x3f;
    }

    function withAcceptDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f)) | value);
    }

    function reviewDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 6) & 0x3f;
    }

    function withReviewDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 6)) | (value << 6));
    }

    function extensionDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 12) & 0x3f;
    }

    function withExtensionDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 12)) | (value << 12));
    }

    function noticeDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 18) & 0x1f;
    }

    function withNoticeDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x1f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x1f << 18)) | (value << 18));
    }

    function decideDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 23) & 0x3f;
    }

    function withDecideDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 23)) | (value << 23));
    }

    function notifyDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 29) & 0x3f;
    }

    function withNotifyDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 29)) | (value << 29));
    }

    function credentialYears(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 35) & 0xf;
    }

    function withCredentialYears(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0xf) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0xf << 35)) | (value << 35));
    }

    function tolerance(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 39) & 0xfff;
    }

    function withTolerance(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0xfff) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0xfff << 39)) | (value << 39));
    }

    function lateEntryDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 51) & 0x7;
    }

    function withLateEntryDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x7) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x7 << 51)) | (value << 51));
    }

    function filingDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 54) & 0x3f;
    }

    function withFilingDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 54)) | (value << 54));
    }

    function noticeOfBreachDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 60) & 0x3f;
    }

    function withNoticeOfBreachDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 60)) | (value << 60));
    }

    function disputeEffects(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 66) & 0xfff;
    }

    function withDisputeEffects(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0xfff) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0xfff << 66)) | (value << 66));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Parameters word) internal pure returns (bool) {
        return Parameters.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffffffff0000000000000000000 == 0;
    }
}

// 日历范围 Span: The days the working calendar covers; a day outside is CalendarMissing.
// span, at base+1 of dpr.book
//
//      0–15      16  from     first legal day loaded
//     16–31      16  until    last legal day loaded
//     32–47      16  version  how often it was loaded or corrected (rule 125)
//    48–255     208           spare, always zero
type Span is uint256;

using SpanLib for Span global;

library SpanLib {
    function from(Span word) internal pure returns (uint256) {
        return Span.unwrap(word) & 0xffff;
    }

    function withFrom(Span word, uint256 value) internal pure returns (Span) {
        if (value > 0xffff) revert FieldOverflow();
        return Span.wrap((Span.unwrap(word) & ~uint256(0xffff)) | value);
    }

    function until(Span word) internal pure returns (uint256) {
        return (Span.unwrap(word) >> 16) & 0xffff;
    }

    function withUntil(Span word, uint256 value) internal pure returns (Span) {
        if (value > 0xffff) revert FieldOverflow();
        return Span.wrap((Span.unwrap(word) & ~uint256(0xffff << 16)) | (value << 16));
    }

    function version(Span word) internal pure returns (uint256) {
        return (Span.unwrap(word) >> 32) & 0xffff;
    }

    function withVersion(Span word, uint256 value) internal pure returns (Span) {
        if (value > 0xffff) revert FieldOverflow();
        return Span.wrap((Span.unwrap(word) & ~uint256(0xffff << 32)) | (value << 32));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Span word) internal pure returns (bool) {
        return Span.unwrap(word) & 0xffffffffffffffffffffffffffffffffffffffffffffffffffff000000000000 == 0;
    }
}

// 工作日位图 WorkingDays: Which of 256 legal days are working days.
// workingDays[day / 256], at map(day / 256, base+2) of dpr.book
//
//     0–255     256  working  bit day % 256 set: a working day
type WorkingDays is uint256;

using WorkingDaysLib for WorkingDays global;

library WorkingDaysLib {
    function working(WorkingDays word) internal pure returns (uint256) {
        return WorkingDays.unwrap(word);
    }

    function withWorking(WorkingDays, uint256 value) internal pure returns (WorkingDays) {
        return WorkingDays.wrap(value);
    }

    /// Every word is.
    function valid(WorkingDays) internal pure returns (bool) {
        return true;
    }
}

// 章节页 Page: Where an act is written: its chapter, and the shape of its calldata.
// pages[selector], at map(selector, base+0) of dpr.chapters
//
//     0–159     160  chapter  implementation address
//   160–167       8  words    32-byte words in the head of its arguments
//   168–175       8  lists    how many of them, the last ones, are offsets of lists
//   176–176       1  paused   1 while paused
//   177–255      79           spare, always zero
type Page is uint256;

using PageLib for Page global;

library PageLib {
    function chapter(Page word) internal pure returns (uint256) {
        return Page.unwrap(word) & 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff;
    }

    function withChapter(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff)) | value);
    }

    function words(Page word) internal pure returns (uint256) {
        return (Page.unwrap(word) >> 160) & 0xff;
    }

    function withWords(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0xff) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0xff << 160)) | (value << 160));
    }

    function lists(Page word) internal pure returns (uint256) {
        return (Page.unwrap(word) >> 168) & 0xff;
    }

    function withLists(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0xff) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0xff << 168)) | (value << 168));
    }

    function paused(Page word) internal pure returns (uint256) {
        return (Page.unwrap(word) >> 176) & 0x1;
    }

    function withPaused(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0x1) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0x1 << 176)) | (value << 176));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Page word) internal pure returns (bool) {
        return Page.unwrap(word) & 0xfffffffffffffffffffe00000000000000000000000000000000000000000000 == 0;
    }
}

// 申请序号 Nonces: Which of 256 nonces of an officer are used; fill them lowest first.
// nonces[officer][group], at map(nonce / 256, map(officer, base+0)) of dpr.filings
//
//     0–255     256  used  one bit a nonce
type Nonces is uint256;

using NoncesLib for Nonces global;

library NoncesLib {
    function used(Nonces word) internal pure returns (uint256) {
        return Nonces.unwrap(word);
    }

    function withUsed(Nonces, uint256 value) internal pure returns (Nonces) {
        return Nonces.wrap(value);
    }

    /// Every word is.
    function valid(Nonces) internal pure returns (bool) {
        return true;
    }
}
