"""What an institution's own program needs: a connection to a register, and a key that never leaves its process."""
