"""重点任务与“双领”: what the city set itself, who leads and who handles it, and what is late.

市委依法治市办 keeps the reform list and the yearly division of work, 市数据局 the digital work points, 市发展改革委 the plan for
the business environment. Figures F014, F015, F021, F022 and F043 come from these records, and the red list of leaders.
"""
