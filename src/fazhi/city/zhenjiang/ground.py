"""Laying the ground: places and bodies into the database, and a way for each domain's year to name them."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from fazhi.city.zhenjiang import map as atlas
from fazhi.people.api import Kind, Level, Organisation, Place
from fazhi.registers.api import this_city


@dataclass
class Ground:
    """Places by code and bodies by short name, plus a seeded source of chance for one domain's year."""

    bodies: dict[str, Organisation] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def city(self) -> str:
        return atlas.CITY[0]

    @property
    def districts(self) -> list[str]:
        return [code for code, _ in atlas.DISTRICTS]

    @property
    def towns(self) -> list[str]:
        return sorted(code for code, place in self.places.items() if place.level == Level.TOWN)

    @property
    def villages(self) -> list[str]:
        return sorted(code for code, place in self.places.items() if place.level == Level.VILLAGE)

    def name(self, code: str) -> str:
        return self.places[code].name

    def body(self, short: str) -> Organisation:
        return self.bodies[short]

    def district_body(self, code: str, kind: str) -> Organisation:
        """A district's body by the tail of its short name: district_body("321181", "司法局")."""
        return self.bodies[f"{self.name(code[:6])}{kind}"]

    def town_body(self, code: str) -> Organisation:
        return self.bodies[f"{self.name(code[:6])}{self.name(code)}"]


def random_for(domain: str, year: int) -> Random:
    """The same chance on every machine: one stream a domain and year, so that domains do not disturb each other."""
    return Random(f"zhenjiang/{domain}/{year}")


def lay() -> Ground:
    """Create what is missing of places and bodies; returns the ground. Safe to run again."""
    ground = Ground()
    _places(ground)
    _bodies(ground)
    return ground


def _places(ground: Ground) -> None:
    code, name = atlas.CITY
    city = _place(ground, code, name, Level.CITY, None)
    for district, district_name in atlas.DISTRICTS:
        parent = _place(ground, district, district_name, Level.DISTRICT, city)
        for number, town_name in enumerate(atlas.TOWNS[district], start=1):
            town = _place(ground, f"{district}{number:03d}", town_name, Level.TOWN, parent)
            for village in range(1, atlas.VILLAGES_PER_TOWN + 1):
                name = f"{town_name.removesuffix('街道').removesuffix('镇')}第{village}{_village_kind(town_name)}"
                _place(ground, f"{town.code}{200 + village}", name, Level.VILLAGE, town)


def _village_kind(town: str) -> str:
    return "社区" if town.endswith("街道") else "村"


def _place(ground: Ground, code: str, name: str, level: str, parent: Place | None) -> Place:
    place, _ = Place.objects.get_or_create(
        code=code, defaults={"city": this_city(), "name": name, "level": level, "parent": parent}
    )
    ground.places[code] = place
    return place


def _bodies(ground: Ground) -> None:
    city = ground.places[ground.city]
    head: Organisation | None = None
    for name, short, kind in atlas.CITY_BODIES:
        body = _body(ground, name, short, kind, city, head)
        head = head or body
    for code, district in atlas.DISTRICTS:
        place = ground.places[code]
        government: Organisation | None = None
        for name, short, kind in atlas.DISTRICT_BODIES:
            named = _body(ground, name.format(d=district), short.format(d=district), kind, place, government or head)
            government = government or named
        for town in [t for t in ground.towns if t.startswith(code)]:
            full = f"{district}{ground.name(town)}"
            _body(
                ground,
                f"{full}人民政府" if full.endswith("镇") else f"{full}办事处",
                full,
                Kind.TOWN,
                ground.places[town],
                government,
            )


def _body(ground: Ground, name: str, short: str, kind: str, place: Place, parent: Organisation | None) -> Organisation:
    body, _ = Organisation.objects.get_or_create(
        city=this_city(),
        name=name,
        defaults={"short": short, "kind": kind, "place": place, "parent": parent, "since": date(2019, 1, 1)},
    )
    ground.bodies[short] = body
    return body
