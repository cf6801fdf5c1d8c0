"""The pages of one case: its file, its steps, its limits counted out, and the opening of a new one."""
