"""Values and pure rules of the register: no input, no output, no clock.

Whoever has the same facts gets the same answer here, which is what makes an answer checkable.
"""
