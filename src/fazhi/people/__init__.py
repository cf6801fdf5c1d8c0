"""People and where they stand: places, organisations through reorganisations, posts in time, and who may see or do what.

Every room above asks `people.api`; nothing else in this room is public.
"""
