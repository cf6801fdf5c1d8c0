"""Programs that are copied out of fazhi and run without it."""
