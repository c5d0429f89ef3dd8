"""What the facade needs of the world outside, as Protocols, so that every outside thing has a real, a null and a fake form."""
