"""`docs/rules.md` for readers without a compiler: every rule in two languages, its source, what enforces it, which tests show it.

Joins docs/catalogue.yml with docs/rules.toml and docs/derived.toml. `--check` only says whether the page is what they say.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

DOCS: Final = Path(__file__).parents[1] / "docs"
PAGE: Final = DOCS / "rules.md"
PARTS: Final = {
    1: "主体与廉洁 Parties and integrity",
    11: "登记 Registration",
    43: "许可 Licences",
    62: "担保权 Security interests",
    100: "保证 Guarantees",
    106: "融资租赁 Leases",
    114: "查封、轮候与文书 Freezes, queues and instruments",
    118: "鉴证、挂牌、隐私与证据 Attestations, listings, privacy and evidence",
}
SEEN_TO: Final = {
    "K": "合约 the contracts",
    "F": "接口与服务 the service",
    "P": "人员，账本留证 people, whose evidence is kept",
    "D": "推算并显示 computed and shown",
}
HOW_FAR: Final = {"zh": "程度：", "en": "How far: "}
CHINESE: Final = re.compile(r"[一-龥]")
HEAD: Final = """# 规则与落实 The rules, and what makes them hold

本登记簿的 125 条规则：内容、来源、由谁落实、落实到何种程度、由程序的何处落实，以及经哪些测试证明。法律观点须经律师确认。

The 125 rules of the register: what each says, where it comes from, who must see to it, how far that goes today, where in the programs,
and what the tests have shown, named by what they say. Points of law are for counsel to confirm.

本页由 `scripts/rules.py` 据 `docs/catalogue.yml`、`docs/rules.toml` 与 `docs/derived.toml` 生成，请修改后者。
Generated from these: change those.

## 读法 How to read it

| 用语 Term | 含义 | Meaning |
|---|---|---|
| 全部落实 whole | 规则的要求，程序已全部做到；否则写明其未及之处 | the programs do all of it; else it says what they do not |
| 账本 ledger | 合约及其不可删改的记录 | the contracts and their records, which nobody alters |
| 接口 service | 合约之外供申报与查询的程序 | the program in front of the contracts, through which one files and reads |
| 登记 entry | 一项数据的登记及其全部记录 | what is registered of one set of data, with all that is recorded of it |
| 摘要 digest | 文件的数字指纹；文件本身由他人保存 | the fingerprint of a document that others keep |
| 承诺值 commitment | 加盐的摘要，日后可以公开并核对金额 | a digest with a salt, by which an amount can be opened and checked later |
| 负担 burden | 登记上的担保、租赁、查封、争议、条款等 | what lies on an entry: securities, leases, freezes, disputes, clauses |
| 文书 instrument | 法院、仲裁机构或主管机关的生效文书 | what a court, an arbitral body or an authority decided with effect |
| 登记机构二人 pair | 登记机构的审核人与批准人 | a reviewer and an approver of the registrar |
| 参数 parameter | 由有治理权限的二人设定并公开记录的数值 | a figure that two who govern set, on record for all |
| 已有算法 reckoned | 计算方法已编写并经测试，尚未供查询使用 | the computation is written and tested, but no read uses it |

## 来源 Sources

名称后的数字为条次。Numbers behind a name are articles.

| 简称 Short | 全称 In full |
|---|---|
| 指引 | 《数据产权登记工作指引（试行）》（国数综政策〔2026〕35号） |
| 担保解释 | 《最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释》 |
| 融资租赁解释 | 《最高人民法院关于审理融资租赁合同纠纷案件适用法律问题的解释》 |
| 民诉法解释 | 《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》 |
| 查扣冻规定 | 《最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定》 |
| 拍卖变卖规定 | 《最高人民法院关于人民法院民事执行中拍卖、变卖财产的规定》 |
| 融资担保条例 | 《融资担保公司监督管理条例》 |
| 政府性融资担保办法 | 《政府性融资担保发展管理办法》 |
| 网络数据条例 | 《网络数据安全管理条例》 |
| 金融租赁办法 | 金融租赁业务的监管规定，名称与条次待核定 name and articles still to be confirmed |
| 国密算法规范 | 商用密码的国家标准（SM2、SM3） national standards of commercial cryptography |
| 数据空间协议、数据空间技术架构、ODRL | 技术规范，非法律渊源 technical specifications, no sources of law |
| 推导 | 由有来源的规则推得 concluded from a rule that has a source |
| 业内 | 业内通行，无出处 believed by the trade, without a source |
"""


def main(arguments: Sequence[str]) -> int:
    """Write the page, or hold it against its sources."""
    catalogue: Mapping[int, Any] = yaml.safe_load((DOCS / "catalogue.yml").read_text(encoding="utf-8"))
    held = [tomllib.loads((DOCS / name).read_text(encoding="utf-8")) for name in ("rules.toml", "derived.toml")]
    try:
        page = "\n".join((HEAD, *_lines(catalogue, held)))
    except ReachNotSaid as missing:
        print(missing, file=sys.stderr)
        return 1
    if arguments != ["--check"]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        print("docs/rules.md is not what its sources say: run scripts/rules.py", file=sys.stderr)
        return 1
    return 0


class ReachNotSaid(Exception):
    """A rule does not say once, in both languages, how far it holds."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"rule {number}: say how far it holds once, as reach.zh and reach.en, in rules.toml before derived.toml"
        )


def reach_of(number: int, held: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """How far a rule holds, by language: said by the first of its entries and by no other. Raises ReachNotSaid."""
    first, *others = (entry.get("reach") for entry in held)
    if not isinstance(first, dict) or set(first) != set(HOW_FAR) or any(others):
        raise ReachNotSaid(number)
    if not CHINESE.search(first["zh"]) or not re.match("[A-Z]", first["en"]):
        raise ReachNotSaid(number)
    return first


def _lines(catalogue: Mapping[int, Any], matrices: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number, rule in sorted(catalogue.items()):
        if number in PARTS:
            yield f"## {PARTS[number]}\n"
        yield f"### 规则 {number} Rule {number}\n"
        yield f"{rule['zh']}。\n\n{rule['en']}.\n"
        yield f"- 来源 Source: {rule['source']}"
        yield f"- 由谁 Seen to by: {'；'.join(SEEN_TO[kind] for kind in rule['kind'])}"
        held = [matrix[str(number)] for matrix in matrices if str(number) in matrix]
        if not held:
            yield "- **尚未落实 Nothing here makes it hold yet.**\n"
            continue
        reach = reach_of(number, held)
        yield from (f"- {word}{reach[language]}" for language, word in HOW_FAR.items())
        yield f"- 落实 Where: {', '.join(_places(held))}"
        yield "- 测试 Shown:"
        yield from (f"  - {_sentence(test)}" for each in held for test in each["tests"])
        yield ""


def _places(held: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Each file once, with what of it makes the rule hold."""
    found: dict[str, list[str]] = {}
    for each in held:
        for place in (*(f"contracts/{guard}" for guard in each.get("guards", ())), *each.get("places", ())):
            path, _, name = place.partition(":")
            found.setdefault(path, []).extend([name] if name else [])
    for path, names in found.items():
        yield f"`{path}`" + (f" ({', '.join(names)})" if names else "")


def _sentence(test: str) -> str:
    """What a test says, as a sentence: its name without underscores, and where it is."""
    path, _, name = test.partition("::")
    return f"{name.removeprefix('test_').replace('_', ' ')} (`{path}`)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
