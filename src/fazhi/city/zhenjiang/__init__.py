"""镇江市: its map, its report, and a synthetic 2024. People and cases are invented; only places and bodies are real."""
