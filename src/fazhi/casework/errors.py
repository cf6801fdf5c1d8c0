"""What casework refuses; each message is the sentence the person reads."""


class CaseworkError(ValueError):
    pass


class NotPermitted(CaseworkError):
    """The law, or the state of the case, does not permit the step now."""


class Stale(CaseworkError):
    """The case has moved since the person looked at it."""


class UnknownStep(CaseworkError):
    """The procedure has no such step that a person could take."""
