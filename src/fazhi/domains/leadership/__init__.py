"""第一责任人与述法: 法治政府建设与责任落实督察工作规定 and the duties of principal leaders; 市政府办, 市委组织部, 市委依法治市办.

What executive meetings studied and decided, who holds the study handbook, what leaders did in person, who was appraised.
Figures F001-F004 and F009-F013 of the annual report come from these records.
"""
