"""执法办案与监督: 行政处罚法, 行政强制法, 国办发〔2018〕118号. Enforcement departments handle cases, 司法局 supervises them.

Penalty cases, prominent problems and their rectification, campaigns, the bodies that supervise at three levels.
Figures F066-F068, F070 and F071 of the annual report come from these records.
"""
