"""From what the register says to what answers look like. Nothing is decided here."""
