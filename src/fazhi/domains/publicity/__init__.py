"""普法: 中小学法治副校长聘任与管理办法 and the eighth five-year plan of law popularisation; 市教育局 and 市司法局.

Schools with their law vice-principals, brands and honours; observation points; hearings attended, examinations, events.
Figures F005-F008 and F016 of the annual report come from these records.
"""
