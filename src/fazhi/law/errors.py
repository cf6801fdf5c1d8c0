"""What goes wrong when law is cited: each error is one Chinese sentence that says what to do."""


class BadLawData(ValueError):
    """A data file of this room does not say what it must; raised while reading, so at start-up."""


class UnknownStatute(ValueError):
    """No such statute, or none of its editions was in force on the day asked for."""


class UnknownArticle(ValueError):
    """The article is not listed in this edition, so it may not be cited."""


class UnknownClock(ValueError):
    """No time limit has this id (in force on the day asked for)."""
