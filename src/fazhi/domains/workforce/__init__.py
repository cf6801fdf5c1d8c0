"""基层法治工作队伍: 法治政府建设实施纲要(2021—2025年)(三十四). Units that enforce or review fill it in; 司法局 reads it.

The report's part two draws on it: who is over fifty, who has a legal background, which units train too little.
"""
