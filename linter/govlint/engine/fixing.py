"""Documents to fixed documents: what ``fix`` does with each file of a plan."""

from __future__ import annotations

import sys

from govlint.diagnostics.result import FileResult
from govlint.engine.files import STDIN
from govlint.engine.fix import fix
from govlint.engine.plan import Job
from govlint.engine.read import Unread, read_bytes, to_document
from govlint.engine.run import InternalFault, as_job, lint_loaded, unread
from govlint.engine.settings import Settings
from govlint.engine.write import WriteFault, rewrite
from govlint.records import NamedTuple
from govlint.text.document import Document
from govlint.text.encode import EncodeFault, encode_like
from govlint.text.source import Source


def fix_text(
    text: str,
    settings: Settings = Settings(isolated=True),
    *,
    unsafe: bool = False,
    path: str = STDIN,
) -> str:
    """``text`` with its safe fixes, or with all where ``unsafe``; ``path`` is what it is called."""
    fixed = _fixed(*as_job(text, settings, path), unsafe=unsafe).fixed
    return fixed.source.text if fixed.source else text


class Mended(NamedTuple):
    """``found``: what is found in a document; ``fixed``: what is found once it is fixed."""

    found: FileResult
    fixed: FileResult


def mend(job: Job, data: bytes | Unread, *, unsafe: bool) -> Mended:
    """The document of ``job``, which ``data`` hold, fixed but not written. Raises InternalFault."""
    try:
        how = job.group.reading
        document = data if isinstance(data, Unread) else to_document(data, job.target.shown, how)
        if isinstance(document, Unread):
            result = unread(job, document)
            return Mended(result, result)
        return _fixed(job, document, unsafe=unsafe)
    except Exception as fault:
        raise InternalFault.of(job.target.shown, fault) from fault


def _fixed(job: Job, document: Document, *, unsafe: bool) -> Mended:
    found = lint_loaded(job, document)
    fixed = fix(found, lambda text: lint_loaded(job, _with(document, text)), unsafe=unsafe)
    before = document.source if fixed.made else None
    after = fixed.result._replace(
        fixes=(len(fixed.made), fixed.refused), before=before, used=found.used | fixed.result.used
    )
    return Mended(found._replace(fixes=(0, 0)), after)


def load(job: Job) -> bytes | Unread:
    """What the document of ``job`` is made of."""
    return read_bytes(job.target.path, job.target.shown, job.group.reading)


def dry(job: Job, *, unsafe: bool) -> FileResult:
    """What would remain of the findings in the document of ``job``. Raises InternalFault."""
    return mend(job, load(job), unsafe=unsafe).fixed


def _with(document: Document, text: str) -> Document:
    source = document.source
    return Document(Source(source.name, text, source.encoding), document.format)


def mend_file(job: Job, *, unsafe: bool) -> FileResult:
    """What remains of the findings in the document of ``job``, fixed where it stands; standard
    input goes to standard output. Raises InternalFault."""
    data = load(job)
    out = b"" if isinstance(data, Unread) else data
    try:
        found, fixed = mend(job, data, unsafe=unsafe)
        try:
            out = _write(job, out, fixed)
        except (WriteFault, EncodeFault) as fault:
            return found._replace(fault=fault)
    finally:  # whoever filters a text through us gets it back, whatever happened
        if job.target.path == STDIN:
            _to_stdout(out)
    return fixed


def _write(job: Job, data: bytes, fixed: FileResult) -> bytes:
    """The bytes of the document as it is now; in its file, where it has one."""
    if fixed.before is None or fixed.source is None:
        return data
    after = encode_like(fixed.source.text, data, job.group.reading.encoding)
    if job.target.path != STDIN:
        rewrite(job.target.path, data, after)
    return after


def _to_stdout(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
