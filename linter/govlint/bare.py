"""Code without what only readers need, for the file of code (see bundle)."""

from __future__ import annotations

import ast
from typing import Any


class _Bare(ast.NodeTransformer):
    """Leaves out the docstrings of classes and functions and the types of functions: texts that
    take a tenth of the time in which modules are loaded. Types of fields stay: they make a class
    what it is."""

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.body = _said(node.body)
        self.generic_visit(node)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = _said(node.body)
        node.returns = None
        self.generic_visit(node)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node


def _said(body: list[ast.stmt]) -> list[ast.stmt]:
    """``body`` without texts that do nothing."""
    kept = [
        each
        for each in body
        if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
    ]
    return kept or [ast.copy_location(ast.Pass(), body[0])]


def compiled(source: bytes, name: str) -> Any:
    """The code of the module ``source``, which is called ``name`` in tracebacks; its lines are
    those of the source."""
    tree = _Bare().visit(ast.parse(source))
    return compile(tree, name, "exec", dont_inherit=True, optimize=0)
