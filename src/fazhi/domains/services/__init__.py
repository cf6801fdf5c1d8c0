"""一件事与无感智办: 行政许可法 on unified and joint handling, 国发〔2024〕3号; 市政务办, its counters and the departments behind them.

Counters, the categories in operation, each bundled application from one submission to delivery, and the services granted
without any. Figures F017-F020 of the annual report come from these records.
"""
