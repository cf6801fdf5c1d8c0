"""One city's configuration: its places and bodies, the prose of its report, and a year of its life for the demonstration."""
