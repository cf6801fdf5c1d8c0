"""The generated half of the manual: a page for every procedure and one of all figures, derived from the declarations."""
