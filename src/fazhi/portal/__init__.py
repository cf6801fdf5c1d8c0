"""The public site: what the city has published of its law-based government, and how to check it. No login, no person's data."""
