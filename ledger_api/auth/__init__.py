"""Who calls the interface, and what may be shown to them. Who *acts* is another matter: officers' signatures prove that."""
