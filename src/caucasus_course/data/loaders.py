"""Read the course's data files; the only module that knows where they are."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caucasus_course.core.errors import DataFileError, unknown
from caucasus_course.data.schema import Fault, read_rows

if TYPE_CHECKING:
    import pandas as pd

_PACKAGE = Path(__file__).resolve().parents[1]
_REPOSITORY = _PACKAGE.parents[1]


def _home(name: str) -> Path:
    """Return a folder of the clone we run from or, installed, the copy inside the package."""
    is_clone = (_REPOSITORY / "pyproject.toml").is_file() and (_REPOSITORY / name).is_dir()
    return _REPOSITORY / name if is_clone else _PACKAGE / f"_{name}"


def data_folder() -> Path:
    """Return the folder of the data files."""
    return _home("data")


def lessons_folder() -> Path:
    """Return the folder of the lessons as they were released."""
    return _home("lessons")


def is_clone() -> bool:
    """Say whether the course runs from a clone of its repository rather than from an installed wheel."""
    return lessons_folder() == _REPOSITORY / "lessons"


@cache
def package_description() -> dict[str, Any]:
    """Return `data/datapackage.json`: every table, its columns, licence and sources."""
    return dict(json.loads((data_folder() / "datapackage.json").read_text(encoding="utf-8")))


def _resources(suffix: str) -> dict[str, dict[str, Any]]:
    return {entry["name"]: entry for entry in package_description()["resources"] if entry["path"].endswith(suffix)}


def table_names() -> list[str]:
    """Return the names that `load` takes."""
    return sorted(_resources(".csv"))


def layer_names() -> list[str]:
    """Return the names that `layer` takes."""
    return sorted(_resources(".geojson"))


def table_schema(name: str) -> dict[str, Any]:
    """Return the Table Schema of a table: its columns, types and keys."""
    return dict(_resources(".csv")[name]["schema"])


def read_text(path: str) -> str:
    """Return the text of a file of `data/`, or say that it is missing or not UTF-8."""
    try:
        return (data_folder() / path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise DataFileError(f"data/{path} is missing. Install the course again, or restore the file.") from None
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save it as UTF-8"
        raise DataFileError(str(Fault(f"data/{path}", 0, "", message))) from None


def read_table(name: str) -> tuple[list[tuple[int, dict[str, Any]]], list[Fault]]:
    """Return the rows of a table with their line numbers, and every fault in it."""
    tables = _resources(".csv")
    if name not in tables:
        raise unknown("table", name, tables)
    path = tables[name]["path"]
    file = data_folder() / path
    stamp = file.stat().st_mtime_ns if file.is_file() else 0
    return _parsed(name, str(file), stamp)


@lru_cache(maxsize=64)
def _parsed(name: str, file: str, stamp: int) -> tuple[list[tuple[int, dict[str, Any]]], list[Fault]]:
    """Return a table as it stands; file and stamp are there so that a changed file is read anew."""
    path = _resources(".csv")[name]["path"]
    return read_rows(read_text(path), table_schema(name), file=f"data/{path}")


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a table as plain dictionaries; empty cells are None.

    Raises
    ------
    UnknownNameError : no such table
    DataFileError : the file does not keep its description; nothing of it is returned

    """
    numbered, faults = read_table(name)
    if faults:
        raise DataFileError("\n".join(map(str, faults[:20])))
    return [dict(row) for _, row in numbered]


def _column(values: list[Any], field: dict[str, Any]) -> pd.Series:
    import pandas as pd

    if field["type"] == "date":
        return pd.Series(pd.to_datetime(values))
    if "enum" in field.get("constraints", {}):
        return pd.Series(pd.Categorical(values, categories=field["constraints"]["enum"]))
    dtype = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}.get(field["type"], "string")
    return pd.Series(values, dtype=dtype)


def load(name: str) -> pd.DataFrame:
    """Return a table of the course as a frame with typed columns.

    Dates are timestamps, whole numbers `Int64`, fixed vocabularies categories, text `string`; unknown is `<NA>`.

    Examples
    --------
    >>> load("places").query("place_id == 'shusha'").name_az.item()
    'Şuşa'

    """
    import pandas as pd

    records = rows(name)
    fields = table_schema(name)["fields"]
    return pd.DataFrame({field["name"]: _column([row[field["name"]] for row in records], field) for field in fields})


@cache
def _layer_text(name: str) -> str:
    layers = _resources(".geojson")
    if name not in layers:
        raise unknown("layer", name, layers)
    return read_text(layers[name]["path"])


def layer(name: str) -> dict[str, Any]:
    """Return a layer of shapes as a GeoJSON FeatureCollection (WGS 84, degrees)."""
    return dict(json.loads(_layer_text(name)))
