"""The synthetic year, one module a domain: sheets as departments would fill them in, and histories of cases."""
