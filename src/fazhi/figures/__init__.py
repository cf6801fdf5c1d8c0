"""The language of figures: a figure is a row set and a question put to it. Evaluation, drill-down, freezing.

Domains declare figures; the report, the board and the command line read them. A figure never knows its own value.
"""
