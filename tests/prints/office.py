"""What a reader that knows nothing of Sise sees in a DOCX: its words in their order, tables, pictures, as JSON."""

import json
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(node):
    return "".join(part.text or "" for part in node.iter(W + "t"))


with zipfile.ZipFile(sys.argv[1]) as file:
    assert file.testzip() is None
    for name in file.namelist():
        # Every part is well-formed, or this fails.
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(file.read(name))
    body = ElementTree.fromstring(file.read("word/document.xml")).find(W + "body")
    pictures = [name for name in file.namelist() if name.startswith("word/media/") and not name.endswith("/")]
    assert all(file.read(name).startswith(b"\x89PNG") for name in pictures)

tables = []
for table in body.iter(W + "tbl"):
    columns = len(table.find(W + "tblGrid"))
    rows = table.findall(W + "tr")
    for row in rows:
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc")]
        assert sum(1 if span is None else int(span.get(W + "val")) for span in spans) == columns
    repeated = sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)
    tables.append({"rows": len(rows), "columns": columns, "repeated": repeated})
json.dump({"text": words(body), "tables": tables, "pictures": len(pictures)}, sys.stdout, ensure_ascii=False)
