"""The data package stands on its own, by the tool of its standard."""

import json
import subprocess
import sys

import pytest

from caucasus_course.data import loaders

FOLDER = loaders.data_folder()
RESOURCES = loaders.package_description()["resources"]


def test_frictionless_finds_no_fault():
    """The standard's own validator reads every table by its schema, keys included."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    result = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=120)
    report = json.loads(result.stdout[result.stdout.index("{") :])

    assert report["valid"], [task["errors"] for task in report["tasks"] if not task["valid"]]
    assert len(report["tasks"]) == len(RESOURCES)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])
def test_each_file_is_described_to_the_last_column(resource):
    """Title, licence and, for tables, a sentence for every column."""
    assert resource["title"] and resource["description"] and resource["licenses"]
    assert (FOLDER / resource["path"]).is_file()
    assert all(field["description"] for field in resource.get("schema", {}).get("fields", []))


def test_no_data_file_lacks_its_description():
    """Every CSV and GeoJSON file in the folder is listed."""
    on_disk = {path.relative_to(FOLDER).as_posix() for kind in ("*.csv", "geo/*.geojson") for path in FOLDER.glob(kind)}

    assert on_disk == {resource["path"] for resource in RESOURCES}


def test_the_folder_is_small():
    """At most 3 MB in all."""
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 3_000_000
