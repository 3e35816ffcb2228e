"""Invented items of an agency, in ninjs and in NewsML-G2, with members that tests can change."""

import json
from typing import Any

PARAGRAPHS = (
    "Harbor Minister Ada Quill of Norway met the pilots of Coral Bay on Tuesday, and they agreed on very little.",
    "“The port is full,” Quill said. Nobody in the hall answered her for what felt like a minute.",
)
_NINJS: dict[str, Any] = {
    "uri": "https://agency.example/items/1",
    "type": "text",
    "language": "en",
    "firstCreated": "2024-09-10T10:00:00Z",
    "versionCreated": "2024-09-11T12:30:00Z",
    "headlines": [{"value": "Ports"}, {"role": "main", "value": "Harbor minister meets pilots"}],
    "by": "Nora Quist and Jan Okafor",
    "infoSources": [{"name": "Coast Agency", "role": "publisher"}],
    "bodies": [
        {"contentType": "text/plain", "value": "\n\n".join(PARAGRAPHS)},
        {
            "contentType": "application/xhtml+xml",
            "value": f"<p>{PARAGRAPHS[0]}</p><h2>Full &amp; closed</h2><p>{PARAGRAPHS[1]}</p>",
        },
    ],
    "people": [{"name": "Ada Quill", "rel": "about", "uri": "http://www.wikidata.org/entity/Q4290000001"}],
    "subjects": [{"name": "shipping", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000337"}],
    "associations": [
        {
            "name": "picture 1",
            "uri": "https://agency.example/pictures/1",
            "type": "picture",
            "by": "Pia Brandt",
            "descriptions": [{"role": "caption", "value": "The port of Coral Bay"}],
            "renditions": [{"name": "main", "href": "https://agency.example/pictures/1.jpg"}],
        }
    ],
}


def ninjs(**changes: Any) -> str:
    """An item of ninjs; a change to None leaves a member out."""
    return json.dumps({key: value for key, value in (_NINJS | changes).items() if value is not None})


def newsml(meta: str = "", content: str = "", body: str | None = None, guid: str = "tag:agency.example,2024:1") -> str:
    """An item of NewsML-G2 with additions to its item's and its content's metadata, or another body."""
    xhtml = (
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
        f"</head><body><p>{PARAGRAPHS[0]}</p><h2>Full &amp; closed</h2><p>{PARAGRAPHS[1]}</p></body></html></inlineXML>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" standard="NewsML-G2">'
        "<rightsInfo><copyrightHolder><name>Coast Agency</name></copyrightHolder></rightsInfo>"
        '<itemMeta><itemClass qcode="ninat:text"/><provider literal="coast"><name>Coast Agency</name></provider>'
        f"<versionCreated>2024-09-11T12:30:00Z</versionCreated><firstCreated>2024-09-10T10:00:00Z</firstCreated>{meta}"
        '</itemMeta><contentMeta><by>Nora Quist and Jan Okafor</by><language tag="en"/>'
        '<subject type="cpnat:abstract" qcode="medtop:20000337"><name xml:lang="en">shipping</name></subject>'
        '<subject type="cpnat:person" literal="q"><name>Ada Quill</name>'
        '<sameAs uri="http://www.wikidata.org/entity/Q4290000001"/></subject>'
        '<headline role="hld:sub">Ports</headline><headline role="hld:main">Harbor minister meets pilots</headline>'
        f"{content}</contentMeta><contentSet>{xhtml if body is None else body}</contentSet></newsItem>"
    )
