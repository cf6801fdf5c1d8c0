"""What is asked before a step of notarisation may be taken. The first line of each docstring is what the person reads."""

from fazhi.procedure import Situation

ABROAD = {"foreign", "hkmt"}


def destination_known(case: Situation) -> bool:
    """涉外、涉港澳台公证还没有填写使用国家或者地区"""
    return case.facts.get("scope") not in ABROAD or bool(case.facts.get("destination"))


def certificate_numbered(case: Situation) -> bool:
    """公证书还没有编号"""
    return bool(case.facts.get("certificate_no"))
