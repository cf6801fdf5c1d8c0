"""Leaders' screens and the report's staff pages: figures with what they are made of, what is late, draft to publication."""
