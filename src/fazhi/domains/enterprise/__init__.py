"""惠企政策、法治体检、涉审中介与律企对接: 优化营商环境条例. 政务办 keeps policies and intermediaries, 司法局 the check-ups.

Enterprises ask; figures F030-F032, F034, F035 and F045-F049 of the annual report come from these records.
"""
