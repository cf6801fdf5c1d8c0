"""行政检查: 优化营商环境条例第五十四条, 国办发〔2015〕58号, 国办发〔2024〕54号. 市场监管局 and 司法局 keep it; inspectors use it.

Joint lists of cities, random inspections, visits to enterprises and their merging, graded supervision, one visit an industry.
Figures F024-F026, F044, F069 and F103-F105 of the annual report come from these records.
"""
