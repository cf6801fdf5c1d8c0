"""The statutes by name, for declarations: citing what an edition does not list fails at import."""

from fazhi.law.registry import statute

RECONSIDERATION_LAW = statute("行政复议法")
RECONSIDERATION_REGULATION = statute("行政复议法实施条例")
ADMINISTRATIVE_LITIGATION_LAW = statute("行政诉讼法")
CIVIL_PROCEDURE_LAW = statute("民事诉讼法")
