"""The ledgers of rooms below this one, which cannot declare their own."""

from fazhi.ledgers.declaring import register_roll
from fazhi.ledgers.rolls import bodies, people, places
from fazhi.people.api import Organisation, Place, Post

register_roll(Place, places.LAYOUT, places.ROLL)
register_roll(Organisation, bodies.LAYOUT, bodies.ROLL)
register_roll(Post, people.LAYOUT, people.ROLL)
