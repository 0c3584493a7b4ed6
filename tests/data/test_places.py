"""A place is found by any of its names."""

import pytest

from caucasus_course.core.errors import UnknownNameError
from caucasus_course.data import loaders
from caucasus_course.data.places import find_place, folded

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


@pytest.mark.parametrize(("a", "b"), [("Şuşa", "susa"), ("Xankəndi", "XANKANDI"), ("Nor  Maragha", "nor-maragha")])
def test_folding_forgets_case_accents_and_hyphens(a, b):
    """Two spellings of one name fold to the same."""
    assert folded(a) == folded(b)


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
    ],
)
def test_the_real_places_are_found_by_the_names_of_both_sides(name, place_id):
    """Names of articles, of either people and of maps."""
    assert find_place(name, loaders.rows("places"))["place_id"] == place_id
