"""Signed transactions as they arrive: decoded, checked for what needs no state, and carrying sender and hash.

py-evm decodes; what it does not check is checked here: the chain id of typed transactions and the gas cap (EIP-7825).
"""

from dataclasses import dataclass

from eth.abc import SignedTransactionAPI
from eth.constants import CREATE_CONTRACT_ADDRESS
from eth.vm.forks.cancun.transactions import CancunTransactionBuilder
from eth_hash.auto import keccak
from eth_utils.exceptions import ValidationError
from rlp.exceptions import RLPException

from hardhat_free_env.chain.errors import Refused

TRANSACTION_GAS_CAP = 16_777_216  # EIP-7825
RAW_LIMIT = 131_072  # bytes, as geth's pool
BLOB_TYPE = 3


@dataclass(frozen=True, slots=True)
class Transaction:
    """A transaction whose signature is good. `kind` is its EIP-2718 type, 0 for a legacy one."""

    hash: bytes
    raw: bytes
    sender: bytes
    nonce: int
    gas: int
    kind: int
    signed: SignedTransactionAPI

    @property
    def to(self) -> bytes | None:
        """The callee; None when the transaction creates a contract."""
        return None if self.signed.to == CREATE_CONTRACT_ADDRESS else self.signed.to


def decode_transaction(raw: bytes, chain_id: int) -> Transaction:
    """Decode and check everything that needs no state; Refused says what is wrong, in geth's words where it has any."""
    if len(raw) > RAW_LIMIT:
        raise Refused(f"oversized data: transaction size {len(raw)}, limit {RAW_LIMIT}")
    signed = _signed(raw)
    kind = raw[0] if raw[0] < 0x80 else 0
    if kind == BLOB_TYPE:
        raise Refused("transaction type not supported: this chain takes no blobs")
    if signed.chain_id is None:
        raise Refused("only replay-protected (EIP-155) transactions allowed over RPC")
    if signed.chain_id != chain_id:
        raise Refused(f"invalid chain id for signer: have {signed.chain_id} want {chain_id}")
    if signed.gas > TRANSACTION_GAS_CAP:
        raise Refused(f"transaction gas limit too high (cap: {TRANSACTION_GAS_CAP}, tx: {signed.gas})")
    if signed.gas < signed.intrinsic_gas:
        raise Refused(f"intrinsic gas too low: have {signed.gas}, want {signed.intrinsic_gas}")
    return Transaction(keccak(raw), raw, signed.sender, signed.nonce, signed.gas, kind, signed)


def _signed(raw: bytes) -> SignedTransactionAPI:
    try:
        signed = CancunTransactionBuilder.decode(raw)
        signed.validate()
        signed.sender  # noqa: B018  recovered here, cached by py-evm
    except ValidationError as error:
        raise Refused(f"invalid transaction: {error}") from error
    except (RLPException, ValueError, TypeError, IndexError, NotImplementedError) as error:
        raise Refused(f"invalid transaction: cannot be decoded ({type(error).__name__})") from error
    except Exception as error:
        if type(error).__module__.startswith(("eth_keys", "eth.")):
            raise Refused(f"invalid sender: {error}") from error
        raise
    return signed
