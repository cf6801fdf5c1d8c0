"""权责清单、机构、裁量基准与轻免罚清单: 行政处罚法第十六条至第二十四条、第三十三条、第三十四条, 国办发〔2022〕27号.

编办 keeps bodies and power items, 司法局 and the departments the lists of discretion; officers look up what they may do.
Figures F027-F029 of the annual report come from these records.
"""
