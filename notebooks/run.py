"""Executes notebooks with the tslab kernel; a failing cell is printed with what it wrote.

usage: run.py [--check | --html DIR] NOTEBOOK...    exit status 1 where a cell fails or an output differs
"""
import argparse
import copy
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter


def execute(notebook, folder):
    """The notebook with fresh outputs, and the text of the first failure or None."""
    client = NotebookClient(notebook, timeout=300, kernel_name="tslab", record_timing=False,
                            resources={"metadata": {"path": str(folder)}})
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    try:
        client.execute()
        failure = None
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        failure = describe_failure(notebook, error)
    code_cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code_cells, 1):
        cell.execution_count = number
        cell.metadata.pop("execution", None)
    return notebook, failure


def describe_failure(notebook, error):
    ran = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.get("outputs")]
    written = "".join(output.get("text", "") for output in ran[-1].outputs) if ran else ""
    return f"{ran[-1].source if ran else ''}\n--- the cell wrote\n{written}\n--- {error}"


def outputs(notebook):
    return [cell.get("outputs", []) for cell in notebook.cells]


def differing_cells(before, after):
    pairs = enumerate(zip(outputs(before), outputs(after)), 1)
    return [number for number, (old, new) in pairs if old != new]


def write_html(notebook, folder, name):
    body, _ = HTMLExporter(mathjax_url="", require_js_url="").from_notebook_node(notebook, {"metadata": {"name": name}})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.html").write_text(body, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--html", type=Path)
    parser.add_argument("notebooks", type=Path, nargs="+")
    options = parser.parse_args()
    failed = 0
    for path in options.notebooks:
        start = time.monotonic()
        committed = nbformat.read(path, as_version=4)
        fresh, failure = execute(copy.deepcopy(committed), path.resolve().parent)
        problem = failure
        if options.check and failure is None:
            differing = differing_cells(committed, fresh)
            problem = f"outputs differ from the committed ones in cells {differing}: npm run notebooks" if differing else None
        elif options.html is not None:
            write_html(fresh, options.html, path.stem)
        elif failure is None:
            nbformat.write(fresh, path)
        failed += problem is not None
        print(f"{'FAIL' if problem else 'ok  '} {path.name}  {time.monotonic() - start:.1f} s")
        if problem:
            print(problem)
    print(f"{len(options.notebooks) - failed} notebooks passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
