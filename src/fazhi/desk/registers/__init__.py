"""The pages of registers: every recorded table, listed, dated, compared, corrected."""
