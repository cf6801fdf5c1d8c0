"""The annual report: its outline, its prose with bound figures, its publication, and any text checked against the records."""
