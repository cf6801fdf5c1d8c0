"""The report's staff pages: draft, confirm, check a text, publish, restate. Used by the board's addresses."""
