"""行政规范性文件: 组织法 75, 国办发〔2018〕115号, 优化营商环境条例 64. 司法局 reviews drafts, issues opinions and runs clean-ups.

Drafting departments ask; figures F036-F042 and F057-F059 of the annual report come from these records.
"""
