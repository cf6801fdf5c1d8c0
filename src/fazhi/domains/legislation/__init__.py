"""政府立法与民意: 立法法, 规章制定程序条例, 信访工作条例 29. 司法局 drafts with departments, the 人大 keeps its contact points.

The public and contact points suggest; figures F033 and F054-F056 of the annual report come from these records.
"""
