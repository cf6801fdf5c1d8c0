"""行政复议: 行政复议法 (2023). Citizens ask a government to review an act of one of its bodies; 司法局 handles it.

Figures F072-F076 of the annual report come from these cases.
"""
