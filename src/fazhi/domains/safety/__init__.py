"""安全生产与消防: 应急局 and 消防救援机构 keep it, towns fill it in, leaders answer for their links.

Figures F086-F090 come from the leaders' links, the posts of the grass roots, the drills and the lists of two responsibilities.
"""
