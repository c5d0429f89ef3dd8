"""Writes the verifier's table of acts on entries and on licences' usage from the interfaces' ABI; `--check` only compares.

The verifier imports nothing of ours, so what it must know of the contracts lies beside it as a small file.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "ledger_api" / "verifier" / "lines.json"
INTERFACES = (
    "IRegistration",
    "IObjections",
    "ILicences",
    "ILicenceChanges",
    "IListings",
    "IBurdens",
    "IConsents",
    "ISecurities",
    "IPerfection",
    "ISecurityChanges",
    "IGuarantees",
    "ILeases",
    "ILeaseEnds",
    "IEnforcements",
    "IDisposals",
    "IRealisations",
    "IAttestations",
    "IChanges",
    "IInstruments",
    "IUsage",
    "ISources",
    "IDisputes",
    "INotes",
    "ISupervision",
    "IVersions",
)
"""Those whose lines stand in journals of entries, and of licences."""
WORDS = (
    "Head",
    "Case",
    "Claim",
    "Objection",
    "Burden",
    "Licence",
    "Recording",
    "Listing",
    "Queue",
    "Envelope",
    "Consent",
    "Security",
    "Debt",
    "ExternalFiling",
    "Guarantee",
    "Lease",
    "Enforcement",
    "Management",
    "Attestation",
    "Transfer",
    "Meter",
    "Batch",
    "Statement",
    "Source",
    "SourceEnds",
    "Provenance",
    "Lineage",
    "Overdue",
    "Version",
    "Succession",
    "Predecessor",
)
FOLIO = ("rootAlg", "root", "applicant")


def render() -> str:
    """The table as it should be: one event a line, by name."""
    lines = dict(_lines())
    rows = [f'  "{topic}": {json.dumps(line)}' for topic, line in sorted(lines.items(), key=_by_event)]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _by_event(row: tuple[str, Mapping[str, Any]]) -> str:
    return str(row[1]["event"])


def _lines() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in INTERFACES:
        artifact = json.loads((ROOT / "contracts" / "artifacts" / f"{name}.json").read_text(encoding="utf-8"))
        for entry in artifact["abi"]:
            if entry["type"] == "event" and entry["inputs"][2]["type"] == "uint24":  # a content line has an entry there
                yield _topic(entry), _line(entry)


def _topic(entry: Mapping[str, Any]) -> str:
    signature = f"{entry['name']}({','.join(_type(each) for each in entry['inputs'])})"
    return "0x" + keccak(signature.encode()).hex()


def _type(parameter: Mapping[str, Any]) -> str:
    inner = parameter.get("components")
    return f"({','.join(_type(each) for each in inner)})" if inner else str(parameter["type"])


def _line(entry: Mapping[str, Any]) -> dict[str, Any]:
    data = [each for parameter in entry["inputs"] if not parameter["indexed"] for each in _flat(parameter)]
    names, kinds = [each["name"] for each in data], [each.get("internalType") for each in data]
    line: dict[str, Any] = {
        "event": entry["name"],
        "size": len(data),
        "words": {word: kinds.index(word) for word in WORDS if word in kinds},
    }
    if any(kinds.count(word) > 1 for word in WORDS):
        raise SystemExit(f"{entry['name']} carries two words of one type: the verifier reads one")
    numbers = {word: f"{word[:1].lower()}{word[1:]}Number" for word in line["words"]}
    if found := {word: names.index(name) for word, name in numbers.items() if name in names}:
        line["numbers"] = found
    if all(name in names for name in FOLIO):
        line["folio"] = names.index(FOLIO[0])
    return line


def _flat(parameter: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    inner = parameter.get("components")
    return [leaf for each in inner for leaf in _flat(each)] if inner else [parameter]


def main() -> int:
    """Write or compare; 1 when what is there is stale."""
    text = render()
    if "--check" not in sys.argv[1:]:
        TABLE.write_text(text, encoding="utf-8")
        return 0
    if TABLE.exists() and TABLE.read_text(encoding="utf-8") == text:
        return 0
    print(f"stale: {TABLE.relative_to(ROOT)}; run: python scripts/lines.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
