"""Why a part holds or fails, in Chinese and English: a table from code to sentences with placeholders.

Codes are stable: programs may branch on them. A test holds every code used against this table, both ways.
"""

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    # ---- reading
    "unreadable": ("不是可读取的 JSON 文件：{problem}", "not readable as JSON: {problem}"),
    "too-large": ("文件超过 {limit} 字节", "the document is larger than {limit} bytes"),
    "foreign-format": ("不是 {expected} 格式的证据包", "not an evidence bundle of format {expected}"),
    "member-unknown": ("{where}：不认识的成员", "{where}: unknown member"),
    "member-missing": ("{where}：缺少", "{where}: missing"),
    "member-malformed": ("{where}：应为{expected_zh}", "{where}: should be {expected}"),
    "document-read": ("证据包可读取", "the bundle can be read in full"),
    # ---- chain
    "chain-named": ("链与账本如所指定", "the chain and the ledger are the pinned ones"),
    "chain-unpinned": ("链与账本未与指定值比较", "the chain and the ledger were not compared with pinned ones"),
    "engine-unknown": (
        "此程序不会核验 {engine} 引擎的终局证据",
        "this program cannot check finality of engine {engine}",
    ),
    "foreign-genesis": ("创世哈希不是所指定的：是另一条链", "the genesis hash is not the pinned one: a foreign chain"),
    "foreign-ledger": ("账本地址不是所指定的", "the ledger's address is not the pinned one"),
    # ---- seal
    "sealed": ("区块 {number} 由单一签名者 {signer} 封印", "block {number} is sealed by one signer, {signer}"),
    "seal-of-other-chain": ("{where}：封印属于另一条链", "{where}: the seal is of another chain"),
    "seal-not-by-signer": ("{where}：签名与所称签名者不符", "{where}: the signature is not by the signer it names"),
    "rotations-disordered": ("{where}：换钥记录次序不对", "{where}: the rotations are out of order"),
    "rotation-not-by-predecessor": (
        "{where}：第 {position} 次换钥不是由前任密钥签署",
        "{where}: rotation {position} is not signed by the key before it",
    ),
    "signer-not-in-turn": (
        "{where}：区块 {number} 应由 {expected} 封印",
        "{where}: it was {expected}'s turn to seal block {number}",
    ),
    "signer-not-pinned": (
        "{where}：封印者不是指定的签名者，也不是其继任",
        "{where}: sealed neither by the pinned signer nor by one it handed over to",
    ),
    "older-than-pin": (
        "{where}：区块 {number} 早于指定签名者的任期（自 {start} 起）",
        "{where}: block {number} is older than the pinned signer's term, which began at {start}",
    ),
    # ---- header
    "header-hashed": ("区块头的哈希即被封印的哈希", "the header has the hash that was sealed"),
    "header-not-sealed": (
        "{where}：区块头的哈希或高度不是被封印的",
        "{where}: the header's hash or number is not the one sealed",
    ),
    # ---- account
    "account-proved": ("账本账户在状态根之下", "the ledger's account is under the state root"),
    "account-of-other": ("{where}：账户不是账本的账户", "{where}: the account is not the ledger's"),
    "account-not-proved": (
        "{where}：证明得不出此账户：{problem}",
        "{where}: the proof does not lead to this account: {problem}",
    ),
    # ---- subject
    "subject-named": ("登记项编号由内容与申请人算得", "the entry's id follows from its content and applicant"),
    "licence-named": (
        "日志主题由登记项与许可编号算得",
        "the journal's subject follows from the entry and the licence's number",
    ),
    "subject-not-licence": (
        "日志主题不是由登记项与许可编号算得",
        "the journal's subject does not follow from the entry and the licence's number",
    ),
    "subject-not-folio": (
        "登记项编号不是由内容与申请人算得",
        "the entry's id does not follow from content and applicant",
    ),
    # ---- storage
    "storage-proved": ("{count} 个存储字已证明", "{count} storage words are proved"),
    "word-missing": ("缺少 {word} 字", "the word {word} is missing"),
    "word-twice": ("{where}：重复", "{where}: stands twice"),
    "word-unknown": ("{where}：不认识的字 {word}", "{where}: unknown word {word}"),
    "word-of-other": ("{where}：属于另一主题", "{where}: belongs to another subject"),
    "slot-wrong": ("{where}：存储槽位不对", "{where}: not the slot of this word"),
    "value-not-proved": (
        "{where}：证明得不出此值：{problem}",
        "{where}: the proof does not lead to this value: {problem}",
    ),
    # ---- acts
    "acts-complete-withheld": (
        "{count} 项行为重放后等于日志字：无一遗漏；其中 {withheld} 项未告知内容",
        "{count} acts replay to the journal word: none is left out; what {withheld} of them say is withheld",
    ),
    "acts-complete": (
        "{count} 项行为重放后等于日志字：无一遗漏",
        "{count} acts replay to the journal word: none is left out",
    ),
    "act-of-other": ("行为 {number} 属于另一主题", "act {number} is of another subject"),
    "act-out-of-order": ("第 {position} 项行为编号为 {number}", "the act at place {position} has number {number}"),
    "acts-not-the-journal": (
        "行为重放后不等于日志字：有遗漏、改动或顺序错误",
        "replaying the acts does not give the journal word: one is left out, changed or out of order",
    ),
    "act-later-than-block": ("行为 {number} 晚于所证明的区块", "act {number} is later than the block proved"),
    "blocks-disordered": ("行为 {number} 的区块早于前一项", "act {number} names an earlier block than the one before"),
    "opened-otherwise": (
        "行为 {number} 开立的登记项与 folio 不符",
        "act {number} opened an entry with another content or applicant",
    ),
    # ---- words
    "words-agree": ("{count} 个存储字等于行为最后写入的值", "{count} words are what the acts wrote last"),
    "act-unknown": (
        "行为 {number} 的种类此程序不认识，请用新版",
        "act {number} is of a kind unknown here: use a newer version",
    ),
    "act-misshapen": ("行为 {number}（{event}）的数据长度不对", "act {number} ({event}) has data of another length"),
    "word-not-in-acts": ("{word} {number} 不是行为最后写入的值", "{word} {number} is not what the acts wrote last"),
    # ---- receipt
    "receipt-proved": ("最后一项行为在区块 {block} 的收据中", "the last act is in a receipt of block {block}"),
    "receipt-not-proved": (
        "{where}：证明得不出收据：{problem}",
        "{where}: the proof does not lead to a receipt: {problem}",
    ),
    "receipt-failed": ("{where}：该交易未成功", "{where}: the transaction did not succeed"),
    "receipt-block-differs": ("{where}：区块高度与其区块头不符", "{where}: the block is not its header's"),
    "receipt-later-than-block": ("{where}：晚于所证明的区块", "{where}: later than the block proved"),
    "two-headers": ("{where}：同一高度有两个不同区块头", "{where}: another header of the same height"),
    "log-missing": ("{where}：收据中无此日志", "{where}: the receipt has no such log"),
    "log-of-other": ("{where}：日志不是账本所发", "{where}: the log is not the ledger's"),
    "log-not-the-act": ("收据中的日志不是最后一项行为", "the log in the receipt is not the last act"),
    # ---- filings
    "filings-proved": ("{count} 份申请及其签名已核验", "{count} filings and their signatures are checked"),
    "filings-absent": ("未附申请与签名", "no filings with signatures are enclosed"),
    "message-not-a-filing": ("{where}：不是申请的 EIP-712 消息", "{where}: not the EIP-712 message of a filing"),
    "message-for-other-ledger": ("{where}：申请属于另一账本", "{where}: the filing is for another ledger"),
    "signatories-malformed": ("{where}：签署人列表不合规", "{where}: not a list of signatories"),
    "log-not-the-filing": ("{where}：日志不是此申请的受理记录", "{where}: the log does not record this filing"),
    "filing-without-act": ("{where}：此申请没有本登记项的行为", "{where}: the filing has no act of this entry"),
    "act-not-enclosed": (
        "{where}：收据中有未列入的行为 {number}",
        "{where}: the receipt has act {number}, which is not listed so",
    ),
    "act-by-others": ("{where}：行为 {number} 由他人签署", "{where}: act {number} is by other signatories"),
    "header-not-parent": ("{where}：不是申请区块的上一区块", "{where}: not the block before the filing's"),
    "officers-incomplete": ("{where}：经办人与签署人不一致", "{where}: the officers are not the signatories"),
    "seals-incomplete": ("{where}：签名个数与签署人不符", "{where}: not one seal for each signatory"),
    "seal-malformed": ("{where}：签名不合规", "{where}: not a seal"),
    "seal-by-other": (
        "{where}：不是经办人 {officer} 的密钥所签",
        "{where}: not sealed with the key of officer {officer}",
    ),
    # ---- openings
    "openings-proved": ("公开的 {count} 个字段与链上承诺一致", "{count} disclosed fields are the ones committed to"),
    "openings-absent": ("未公开承诺的字段", "no committed fields are disclosed"),
    "opening-of-no-act": ("{where}：没有行为 {act}", "{where}: there is no act {act}"),
    "root-not-in-act": ("{where}：行为 {act} 未记载此承诺", "{where}: act {act} does not carry this commitment"),
    "value-not-canonical": ("{where}：值不能规范化", "{where}: the value has no canonical form"),
    "opening-not-committed": ("{where}：字段与承诺不符", "{where}: the field is not the one committed to"),
    "opening-twice": ("{where}：字段重复", "{where}: the field stands twice"),
    # ---- not reached
    "unchecked": ("证据包读不完整，未核验", "not checked: the bundle could not be read in full"),
}
"""Code → (zh, en)."""

PROBLEMS: Final[Mapping[str, str]] = {
    "a node is missing or altered": "缺少节点或节点被改动",
    "a node is not used": "有多余的节点",
    "it proves something else": "证明的是别的内容",
    "it proves absence": "证明其不存在",
}
"""What can be wrong with a trie proof: en → zh."""
