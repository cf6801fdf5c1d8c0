"""矛盾纠纷多元化解: 人民调解法 and 《信访工作条例》. 司法局 and the centres (矛调中心) keep it; residents bring the disputes.

Figures F077-F085 come from the lists of centres, forces and their links, and from the classes of judicial assistants.
"""
