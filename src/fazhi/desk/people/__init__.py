"""The pages by which a city is set up and kept: people, bodies, places, and the record of every change of them."""
