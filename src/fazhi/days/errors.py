"""What goes wrong with notices and periods: each error is one Chinese sentence that says what to do."""


class BadNotice(ValueError):
    """A holiday notice that does not say what it must, or contradicts itself."""


class BadPeriod(ValueError):
    """A start, a length or a pause with which no period can be counted."""
