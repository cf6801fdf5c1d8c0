"""Cases of every procedure. `act()` is the only function that moves one; what a case is, is derived from its events."""
