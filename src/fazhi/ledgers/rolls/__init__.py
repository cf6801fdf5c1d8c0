"""Divisions, bodies, and people with posts and mandates as sheets: how a city that starts brings in what it has."""
