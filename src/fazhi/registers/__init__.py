"""What is recorded outside cases: dated records of what happened, and versioned lists (清单) of what holds.

A list remembers two times: when a thing was true (valid) and when we knew it (known).
"""
