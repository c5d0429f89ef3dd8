"""From Solidity sources to committed artifacts, and from the table of packed words to Solidity and Python.

Compiling needs Node and npm's `solc`; reading an artifact (`artifacts.load`) needs neither.
"""
