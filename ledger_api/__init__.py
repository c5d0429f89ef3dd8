"""The facade of the Data Rights Ledger 数据产权登记簿.

An exchange, banks and data merchants use it without knowing that there is a chain underneath; `domain` holds
the pure rules, and every other room depends on it.
"""
