"""`python -m fazhi.project` is the command `fazhi`."""

from fazhi.project.command import main

main()
