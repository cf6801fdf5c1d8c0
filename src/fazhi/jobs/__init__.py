"""Long work beside the web: a job is asked for, done by a worker under a lease exactly once, and watched meanwhile.

Every room above asks `jobs.api`; nothing else in this room is public.
"""
