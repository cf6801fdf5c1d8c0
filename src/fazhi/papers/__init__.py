"""Official documents (公文) and letters: one structured document rendered as Word, PDF and HTML."""
