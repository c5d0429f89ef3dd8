"""What can go wrong between a plan and a chain, as one tree; each message says what to do.

DeployError
├── PlanInvalid             the plan contradicts itself or names something unknown
├── RpcFailed               the node cannot be reached or answers an error
├── TransactionFailed       a transaction was refused or reverted; carries the revert bytes
├── DeploymentDiffers       the chain holds something else than the plan or the manifest says
├── LayoutChanged           an upgrade would read old storage as something else
└── NotYet                  a scheduled operation is not due
"""


class DeployError(Exception):
    """Base of everything a deployment refuses."""


class PlanInvalid(DeployError):
    """The plan contradicts itself or names something unknown; the message names the field."""


class RpcFailed(DeployError):
    """The node cannot be reached, or answered an error."""


class TransactionFailed(DeployError):
    """A transaction was refused, reverted or not sealed in time."""

    def __init__(self, message: str, output: bytes = b"") -> None:
        super().__init__(message)
        self.output = output


class DeploymentDiffers(DeployError):
    """The chain holds something else than the plan or the manifest says; the message names it."""


class LayoutChanged(DeployError):
    """An upgrade would read what is stored as something else; the message names every place."""


class NotYet(DeployError):
    """A scheduled operation is not due yet; the message says when it is."""
