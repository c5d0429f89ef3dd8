"""Requests as integrators will write them; the description shows them, and tests send them to a real ledger.

Parties: P-1 the operator, P-2 a registrar, P-3 a holder. Officers: O-2 and O-3 of the operator, O-7 of the holder.
"""

from typing import Any, Final

FILING: Final[dict[str, Any]] = {
    "signatories": ["O-7"],
    "acts": [
        {"act": "open", "args": {"content": "sha256:" + "3a" * 32, "applicant": "P-3"}},
        {
            "act": "submit",
            "args": {
                "entry": "#1",
                "registrar": "P-2",
                "rights": ["HOLD", "USE", "OPERATE"],
                "name": "2024年至2025年全国具身智能顶部视角人体姿态识别数据集",
                "origins": ["COLLECTED"],
                "form": "PRODUCT",
                "application": {"contact": "演示", "rows": 1_200_000},
            },
        },
    ],
}
CASE: Final[dict[str, Any]] = {
    "signatories": ["O-7"],
    "content": "sha256:" + "3a" * 32,
    "applicant": "P-3",
    "registrar": "P-2",
    "rights": ["HOLD", "USE", "OPERATE"],
    "name": "2024年至2025年全国具身智能顶部视角人体姿态识别数据集",
    "summary": "百万级混合现实人体姿态，演示",
    "origins": ["COLLECTED"],
    "form": "PRODUCT",
    "limits": ["NO_RESALE"],
    "application": {"contact": "演示", "rows": 1_200_000},
}
PARTY: Final[dict[str, Any]] = {
    "signatories": ["O-2", "O-3"],
    "name": "示例科技(虚构)",
    "kind": "LEGAL_PERSON",
    "roles": ["HOLDER", "MERCHANT"],
    "kyc_until": "2031-12-31T23:59:59+08:00",
    "identifier": "91330100DEM0002093",
    "certificate": "keccak256:" + "5b" * 32,
    "officers": [
        {
            "signer": "0x" + "c4" * 20,
            "person": "keccak256:" + "6c" * 32,
            "powers": ["FILE", "LICENSE", "ACCEPT"],
            "until": "2028-12-31T23:59:59+08:00",
            "certificate": "keccak256:" + "7d" * 32,
        }
    ],
}
EXAMPLES: Final = {"NewFiling": FILING, "NewCase": CASE, "NewParty": PARTY}
"""By the name of the shape."""
