"""A contract on eth-tester, called with raw calldata: no client library stands between test and EVM."""

from ast import literal_eval
from dataclasses import dataclass
from typing import Any

from eth_abi import decode, encode
from eth_hash.auto import keccak
from eth_tester import EthereumTester, PyEVMBackend
from eth_tester.exceptions import TransactionFailed


class Reverted(Exception):
    """The call reverted, with these bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data.hex())
        self.data = data


def selector(signature: str) -> bytes:
    """First four bytes of a function's or an error's hash."""
    return keccak(signature.encode())[:4]


@dataclass(frozen=True, slots=True)
class Deployed:
    """A contract at an address."""

    tester: EthereumTester
    address: str

    @classmethod
    def deploy(cls, tester: EthereumTester, bytecode: bytes) -> "Deployed":
        """Create a contract without constructor arguments."""
        sender = tester.get_accounts()[0]
        created = tester.send_transaction({"from": sender, "gas": 15_000_000, "data": "0x" + bytecode.hex()})
        return cls(tester, tester.get_transaction_receipt(created)["contract_address"])

    def call(self, signature: str, arguments: list[Any], returns: str) -> Any:  # noqa: ANN401 - whatever it returns
        """The first value returned by a call; raises Reverted."""
        types = signature[signature.index("(") + 1 : -1].split(",")
        data = selector(signature) + encode(types, arguments)
        sender = self.tester.get_accounts()[0]
        try:
            answer = self.tester.call({"from": sender, "to": self.address, "data": "0x" + data.hex(), "gas": 5_000_000})
        except TransactionFailed as failed:
            # eth-tester hands revert bytes over as the text of a bytes literal.
            raise Reverted(literal_eval(str(failed.args[0]))) from None
        return decode([returns], bytes.fromhex(answer[2:]))[0]


def new_tester() -> EthereumTester:
    """A fresh chain in memory."""
    return EthereumTester(PyEVMBackend())
