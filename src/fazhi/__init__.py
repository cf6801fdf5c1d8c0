"""fazhi 法治: a city's law-based government, recorded where it happens and computed from its records."""
