"""Data files are read whole or not at all."""

import pandas as pd
import pytest

from caucasus_course.core.errors import DataFileError, UnknownNameError
from caucasus_course.data import loaders


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder of one small table."""
    (tmp_path / "datapackage.json").write_text(
        '{"resources": [{"name": "towns", "path": "towns.csv", "schema": {"fields": ['
        '{"name": "town_id", "type": "string"}, {"name": "people", "type": "integer"},'
        '{"name": "lat", "type": "number"}, {"name": "day", "type": "date"}, {"name": "is_town", "type": "boolean"},'
        '{"name": "kind", "type": "string", "constraints": {"enum": ["town", "village"]}}]}}]}'
    )
    (tmp_path / "towns.csv").write_text(
        "town_id,people,lat,day,is_town,kind\nգորիս,,39.5,1805-05-26,true,town\nb,5,,,false,village\n", encoding="utf-8"
    )
    monkeypatch.setattr(loaders, "data_folder", lambda: tmp_path)
    loaders.package_description.cache_clear()
    yield tmp_path
    loaders.package_description.cache_clear()


def test_columns_have_the_types_that_the_description_gives(data):
    """Whole numbers stay whole beside an unknown one, old dates are dates."""
    towns = loaders.load("towns")

    assert str(towns.people.dtype) == "Int64"
    assert towns.people.isna().tolist() == [True, False]
    assert towns.day[0] == pd.Timestamp("1805-05-26")
    assert towns.is_town.tolist() == [True, False]
    assert list(towns.kind.cat.categories) == ["town", "village"]
    assert towns.town_id[0] == "գորիս"


def test_a_table_with_a_fault_is_not_half_loaded(data):
    """All its faults are said and none of its rows returned."""
    (data / "towns.csv").write_text("town_id,people,lat,day,is_town,kind\na,many,39.5,,,town\nb,1,north,,,town\n")

    with pytest.raises(DataFileError) as caught:
        loaders.load("towns")
    assert str(caught.value).splitlines() == [
        "data/towns.csv, line 2, column people: 'many' is not a whole number such as 1200",
        "data/towns.csv, line 3, column lat: 'north' is not a number such as 39.82",
    ]


def test_a_missing_file_is_said(data):
    """The sentence says what to do."""
    (data / "towns.csv").unlink()

    with pytest.raises(DataFileError, match=r"data/towns.csv is missing. Install the course again"):
        loaders.load("towns")


def test_a_file_of_another_encoding_is_said(data):
    """Bytes that are not UTF-8 are named by position."""
    (data / "towns.csv").write_bytes(b"town_id\n\xff\n")

    with pytest.raises(DataFileError, match="not UTF-8 at byte 8"):
        loaders.load("towns")


def test_an_unknown_table_and_layer_are_answered_with_the_nearest():
    """The good names are given."""
    with pytest.raises(UnknownNameError, match="table called 'place'. Did you mean 'places'"):
        loaders.load("place")
    with pytest.raises(UnknownNameError, match="layer called 'rivrs'. Did you mean 'rivers'"):
        loaders.layer("rivrs")


def test_a_layer_is_handed_out_fresh():
    """Changing one copy does not change the next."""
    loaders.layer("rivers")["features"].clear()

    assert loaders.layer("rivers")["features"]


@pytest.mark.parametrize("name", loaders.table_names())
def test_every_table_of_the_description_loads(name):
    """Each listed table exists and keeps its description."""
    assert len(loaders.load(name)) > 0
