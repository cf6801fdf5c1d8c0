"""评估、差距与下年计划: 法治政府建设与责任落实督察工作规定. 市委依法治市办 and 司法局 keep it.

Figure F102 comes from the documents due for final evaluation; the report's parts two and three are drawn from gaps and planned tasks.
"""
