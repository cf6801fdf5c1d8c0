"""What runs in the reading process: the standard library, calamine and openpyxl, nothing of fazhi.

Started by guard.py with a memory and a time limit, because a crafted file of 5 KB makes the spreadsheet
reader abort its process. It speaks JSON, one value a line.
"""
