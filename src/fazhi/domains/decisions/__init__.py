"""重大行政决策: 重大行政决策程序暂行条例. 市政府办 and 司法局 keep the yearly catalogue; departments undertake the decisions.

The report gives no number; figures DC01-DC04 say what the catalogue holds, whether the steps were kept, and what was evaluated.
"""
