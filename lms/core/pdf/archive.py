"""Make ReportLab's file a PDF/A-2u and PDF/UA-1: structure tree, metadata, colour profile."""

from io import BytesIO
from pathlib import Path
from string import Template
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from lms.core.pdf.structure import About, Element, Mark

# Pillow's sRGB profile (ImageCms.createProfile), its date set to 2022-01-01 so that it never changes.
PROFILE = Path(__file__).parent / "srgb.icc"
XMP = Path(__file__).parent / "xmp.xml"
PRODUCER = "ReportLab"
PRINTED = 4  # annotation flag: PDF/A wants every annotation on paper too


def archive(drawn: bytes, structure: Element, about: About) -> bytes:
    """The finished file of what ReportLab drew; the same input gives the same bytes."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        _describe(pdf, about)
        _give_profile(pdf)
        _Tree(pdf).plant(structure)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            min_version="1.7",
        )
    return out.getvalue()


def _describe(pdf: Pdf, about: About) -> None:
    day = f"D:{about.made_on:%Y%m%d}"
    facts = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Producer": PRODUCER,
        "CreationDate": day,
        "ModDate": day,
    }
    said = {f"/{name}": String(value) for name, value in facts.items() if value}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(said))
    words = {
        "title": about.title,
        "author": about.author,
        "subject": about.subject,
        "language": about.language,
        "day": about.made_on.isoformat(),
        "producer": PRODUCER,
    }
    xmp = Template(XMP.read_text(encoding="utf-8")).substitute(
        {name: escape(value) for name, value in words.items()}
    )
    metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(about.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _give_profile(pdf: Pdf) -> None:
    profile = pdf.make_stream(PROFILE.read_bytes(), N=3)
    name = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=name,
        Info=name,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


class _Tree:
    """The structure tree of one file, and the way back from each mark to its element."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.marks: list[dict[int, Object]] = [{} for _ in pdf.pages]
        self.links: list[Object] = []

    def plant(self, structure: Element) -> None:
        self.root.K = self._grow(structure, self.root)
        numbers: list[Any] = []
        for place, (page, marks) in enumerate(zip(self.pdf.pages, self.marks, strict=True)):
            page.obj.StructParents = place
            page.obj.Tabs = Name.S
            row = Array([marks[number] for number in sorted(marks)])
            numbers += [place, self.pdf.make_indirect(row)]
        for key, link in enumerate(self.links, start=len(self.marks)):
            numbers += [key, link]
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self.root.ParentTreeNextKey = len(self.marks) + len(self.links)
        self.pdf.Root.StructTreeRoot = self.root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _grow(self, element: Element, parent: Object) -> Object:
        grown = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        if element.language:
            grown.Lang = String(element.language)
        if element.alt:
            grown.Alt = String(element.alt)
        if attributes := _attributes(element):
            grown.A = attributes
        grown.K = Array([self._child(child, grown) for child in element.children])
        if element.address:
            grown.K.append(self._link(element, grown))
        return grown

    def _child(self, child: Element | Mark, parent: Object) -> Object:
        if isinstance(child, Element):
            return self._grow(child, parent)
        self.marks[child.page][child.number] = parent
        page = self.pdf.pages[child.page].obj
        return Dictionary(Type=Name.MCR, Pg=page, MCID=child.number)

    def _link(self, element: Element, grown: Object) -> Object:
        page = self.pdf.pages[element.page].obj
        annotation = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(element.box or ()),
                Border=Array([0, 0, 0]),
                Contents=String(element.alt),
                A=Dictionary(S=Name.URI, URI=String(element.address)),
                F=PRINTED,
                StructParent=len(self.marks) + len(self.links),
            )
        )
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        self.links.append(grown)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)


def _attributes(element: Element) -> Object | None:
    if element.kind == "Figure":
        return Dictionary(O=Name.Layout, BBox=Array(element.box or ()), Placement=Name.Block)
    if element.kind == "L":
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    if element.kind == "TH":
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    return None
