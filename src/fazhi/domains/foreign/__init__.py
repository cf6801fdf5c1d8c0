"""涉外法治与公证: 公证法, 公证程序规则. 司法局 and its notary offices serve people and firms whose matters lie abroad.

Applicants ask for notarisation, enterprises for training; figures F050-F053 of the annual report come from these records.
"""
