"""Static files under names that hold their hash."""

import gzip

import pytest

from lms.core.assets import Assets, UnknownAsset


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "static"
    (folder / "css").mkdir(parents=True)
    (folder / "icons").mkdir()
    (folder / "icons" / "mark.svg").write_text("<svg/>")
    (folder / "photo.jpg").write_bytes(b"x")
    (folder / "css" / "site.css").write_text(
        "a{background:url(../icons/mark.svg)}b{background:url(near.css)}"
    )
    (folder / "css" / "near.css").write_text("c{}")
    return folder


def test_a_style_sheet_follows_the_hashed_names(source, tmp_path):
    assets = Assets(source, tmp_path / "out")
    laid = (assets.root / assets.names["css/site.css"]).read_text()
    assert assets.address("icons/mark.svg") in laid
    assert assets.address("css/near.css") in laid


def test_text_is_compressed_and_pictures_are_not(source, tmp_path):
    assets = Assets(source, tmp_path / "out")
    svg = assets.root / assets.names["icons/mark.svg"]
    assert gzip.decompress(svg.with_name(svg.name + ".gz").read_bytes()) == b"<svg/>"
    assert not (assets.root / (assets.names["photo.jpg"] + ".gz")).exists()


def test_a_second_start_lays_nothing_new_and_a_change_clears_the_old(source, tmp_path):
    first = Assets(source, tmp_path / "out")
    assert Assets(source, tmp_path / "out").root == first.root
    (source / "photo.jpg").write_bytes(b"y")
    second = Assets(source, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [second.version]


def test_a_name_that_is_not_there_is_an_error_of_ours(source, tmp_path):
    with pytest.raises(UnknownAsset):
        Assets(source, tmp_path / "out").address("nothing.css")
