"""The staff site: today's list, cases, ledgers and registers, all drawn from declarations. No business is named here."""
