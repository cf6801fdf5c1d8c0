"""Results for programs."""

import json


def as_json(data: object) -> str:
    """One line, Chinese as it is."""
    return json.dumps(data, ensure_ascii=False)
