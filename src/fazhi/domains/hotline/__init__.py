"""12345热线与110: 国办发〔2020〕53号, 国办发〔2022〕12号. The hotline, the police and the units that handle orders keep it.

Figures F091-F101 come from orders, police orders, transfers between the two numbers, and the lists of reporting centres.
Limits in days are Jiangsu's working periods; those of other places (退单, 延期, 紧急响应) stand in until the city enters its own.
"""
