"""The documents of one file, for commands that print something of each."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qatynas.cli.screen import complain

if TYPE_CHECKING:
    from qatynas.documents.document import Document


def each(file: str, show: Callable[["Document"], None]) -> int:
    """Show each document that can be read, name the others with the reason; 1 where any was refused."""
    from qatynas.documents.opening import open_path

    refused = False
    for document in open_path(Path(file)):
        if document.state != "read":
            complain(f"{document.name}: {document.state}: {document.reason}")
        if document.state == "refused":
            refused = True
        else:
            show(document)
    return int(refused)
