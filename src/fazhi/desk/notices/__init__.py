"""The holiday notices: what this installation counts by, and their registration, correction and withdrawal."""
