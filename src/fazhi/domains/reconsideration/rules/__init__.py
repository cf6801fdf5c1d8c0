"""What the law asks before a step may be taken. Each docstring opens with its articles and is what a refused user reads.

`applying` is for what comes before acceptance, `trying` for the trial, `ending` for what follows it, `before_2024` for the
law as it stood before its revision.
"""
