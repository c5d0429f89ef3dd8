"""What can go wrong while compiling. Each message names the file and says what to do.

CompilerError
├── SourceMissing       a source or an import that is not there
├── CompilationFailed   the compiler's own errors, and warnings that nobody allowed
├── ContractTooLarge    a runtime of 24,576 bytes or more (EIP-170)
├── ArtifactMissing     no committed artifact of that name
└── WordsInvalid        the table of packed words contradicts itself
"""


class CompilerError(Exception):
    """Anything the toolchain refuses; the message is for the person at the terminal."""


class SourceMissing(CompilerError):
    """A source or an import that is not there."""


class CompilationFailed(CompilerError):
    """The compiler's own errors, and warnings that nobody allowed; one argument a message."""

    def __str__(self) -> str:
        """All messages, a blank line between them."""
        return "\n\n".join(message.strip() for message in self.args)


class ContractTooLarge(CompilerError):
    """A contract whose runtime code a chain would refuse (EIP-170)."""


class ArtifactMissing(CompilerError):
    """No committed artifact of that name."""


class WordsInvalid(CompilerError):
    """The table of packed words contradicts itself."""
