"""首席数据官: who answers for data in each unit at each of three levels; 市数据局 asks, every unit reports.

Posts, the officers appointed to them, and what they report of their duties. Figure F023 of the annual report.
"""
