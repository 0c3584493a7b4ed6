"""A place is found by any of its names."""

import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.data import loaders
from caucasus_course.data.places import AmbiguousNameError, Gazetteer, find_place, names_of

PLACES = [
    {"place_id": "aghdam-district", "kind": "district", "name_en": "Aghdam", "name_az": "Ağdam"},
    {
        "place_id": "aghdam", "kind": "town", "name_en": "Aghdam", "name_az": "Ağdam", "name_hy": "Աղդամ / Ակնա",
        "name_hy_latn": "Aghdam / Akna", "name_ru": "Агдам", "other_names": "Agdam; Akhdam",
    },
]  # fmt: skip


@pytest.mark.parametrize("name", ["aghdam", "AGHDAM", "Ağdam", "Աղդամ", "Ակնա", "akna", "Агдам", "Akhdam", " agdam "])
def test_any_name_script_case_and_known_misspelling_finds_the_town(name):
    """The settlement comes before the district of the same name."""
    assert find_place(name, PLACES)["place_id"] == "aghdam"


def test_an_id_finds_its_own_row():
    """An id is exact."""
    assert find_place("aghdam-district", PLACES)["kind"] == "district"


def test_an_unknown_name_is_answered_with_the_nearest():
    """The good names are given as they are written without accents."""
    with pytest.raises(UnknownNameError, match="No place called 'Aghdan'. Did you mean 'aghdam'"):
        find_place("Aghdan", PLACES)


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Akhdam", "aghdam"),
        ("Lachine", "lachin"),
        ("Շուշի", "shusha"),
        ("Shushi", "shusha"),
        ("Xankəndi", "stepanakert"),
        ("Khankendi", "stepanakert"),
        ("Степанакерт", "stepanakert"),
        ("Berdzor", "lachin"),
        ("Karvachar", "kalbajar"),
        ("Martuni", "martuni"),
        ("Ağdərə", "martakert"),
        ("Kelbecer", "kalbajar"),
        ("Kalbacar", "kalbajar"),
        ("Zengilan", "zangilan"),
        ("Cebrayil", "jabrayil"),
        ("Xenkendi", "stepanakert"),
        ("Stepanakert (Khankendi)", "stepanakert"),
        ("Shusha (Shushi)", "shusha"),
        ("Shushi/Shusha", "shusha"),
        ("Lachin town", "lachin"),
        ("the town of Lachin", "lachin"),
        ("Lachin (town)", "lachin"),
        ("Lachin rayon", "lachin-district"),
        ("Berdzor region", "lachin-district"),
        ("district of Kelbecer", "kalbajar-district"),
        ("Kalbajar (Karvachar) district", "kalbajar-district"),
        ("Lachin outside the corridor", "lachin-district"),
        ("Syunik region", "syunik"),
        ("Baghanis Ayrim", "baghanis-ayrum"),
        ("Hin Tagher (Köhnə Tağlar)", "hin-tagher"),
        ("Khtsaberd village", "khtsaberd"),
    ],
)
def test_the_real_places_are_found_by_the_names_of_both_sides(name, place_id):
    """Names of articles, of either people and of maps."""
    assert find_place(name, loaders.rows("places"))["place_id"] == place_id


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Shusha (Lachin)", "names two places: Shusha is Shusha .town, 'shusha'., Lachin is Lachin .town, 'lachin'."),
        ("Gushchular", "several places: .*'gushchular-jabrayil'. or .*'gushchular-shusha'"),
        ("Boyuk Taghlar", "several places: .*'hin-tagher'. or .*'mets-taghlar'"),
        (
            "Lachin village",
            "There is no village of the name in 'Lachin village'. The course knows Lachin .town, 'lachin'.",
        ),
        ("Shusha (Nowhere)", "No place called 'Nowhere'"),
        (["Shusha", "Lachin"], "is not a place's name. Give one name"),
        ("()", "No place called"),
    ],
)
def test_what_names_no_place_or_two_is_said(name, said):
    """Nothing is chosen for the reader in silence."""
    with pytest.raises(CourseError, match=said):
        find_place(name, loaders.rows("places"))


def written(place):
    """Yield what people write for a place: each name, as typed without ə, with another name, with what the place is."""
    columns = ("name_en", "name_az", "name_hy", "name_hy_latn", "name_ru", "other_names")
    listed = [name for column in columns for name in (place[column] or "").split("; ") if name]
    names = [part for name in listed for part in name.split(" / ")]
    for name in names:
        yield from {name, name.upper(), name.replace("ə", "e").replace("Ə", "E"), name.replace("ə", "a")}
        if "(" not in names[0] + name:
            yield f"{names[0]} ({name})"
        if place["kind"] in ("town", "city", "village"):
            yield from (f"{name} {place['kind']}", f"{place['kind']} of {name}", f"{name} ({place['kind']})")
    if place["kind"] == "district":
        bare = place["name_en"].removesuffix(" district")
        yield from (f"{bare} {word}" for word in ("district", "rayon", "region") if "unit" not in bare)


def rank(place):
    """Return which of two places of one name comes first: a settlement, then an area with borders, then the rest."""
    areas = ("district", "province", "country", "oblast")
    return 0 if place["kind"] in ("city", "town", "village") else 1 if place["kind"] in areas else 2


def rivals(place, places):
    """Return the ids of the places that have a name of this one and come before it."""
    known = names_of(place)
    return {each["place_id"] for each in places if rank(each) < rank(place) and names_of(each) & known}


def test_every_place_is_found_in_every_form_or_said_to_be_one_of_several():
    """No form of any name leads to another place in silence, but that a settlement's name is first its own."""
    places, lost, found = loaders.rows("places"), [], 0
    gazetteer = Gazetteer(places)
    for place in places:
        first = rivals(place, places)
        for name in written(place):
            try:
                got = gazetteer.find(name)["place_id"]
            except AmbiguousNameError as error:
                got = place["place_id"] if f"'{place['place_id']}'" in str(error) else str(error)
            if got != place["place_id"] and got not in first:
                lost.append((name, place["place_id"], got))
            found += 1

    assert lost == []
    assert found > 5_000
