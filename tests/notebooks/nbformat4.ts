/**
 * What the Jupyter notebook format, version 4.5, demands of cells like ours, as JSON Schema: after nbformat.readthedocs.io,
 * "The Notebook file format".
 */
const text = { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] };
const bundle = { type: "object", additionalProperties: { anyOf: [text, { type: "object" }] } };
const id = { type: "string", pattern: "^[a-zA-Z0-9_-]{1,64}$" };

const output = {
  oneOf: [
    {
      properties: { output_type: { const: "display_data" }, data: bundle, metadata: { type: "object" } },
      required: ["output_type", "data", "metadata"],
      additionalProperties: false,
    },
    {
      properties: {
        output_type: { const: "execute_result" },
        data: bundle,
        metadata: { type: "object" },
        execution_count: { type: ["integer", "null"], minimum: 0 },
      },
      required: ["output_type", "data", "metadata", "execution_count"],
      additionalProperties: false,
    },
    {
      properties: { output_type: { const: "stream" }, name: { type: "string" }, text },
      required: ["output_type", "name", "text"],
      additionalProperties: false,
    },
    {
      properties: { output_type: { const: "error" }, ename: {}, evalue: {}, traceback: { type: "array" } },
      required: ["output_type", "ename", "evalue", "traceback"],
      additionalProperties: false,
    },
  ],
};

const cell = {
  type: "object",
  oneOf: [
    {
      properties: { id, cell_type: { const: "markdown" }, metadata: { type: "object" }, source: text, attachments: {} },
      required: ["id", "cell_type", "metadata", "source"],
      additionalProperties: false,
    },
    {
      properties: {
        id,
        cell_type: { const: "code" },
        metadata: { type: "object" },
        source: text,
        outputs: { type: "array", items: output },
        execution_count: { type: ["integer", "null"], minimum: 0 },
      },
      required: ["id", "cell_type", "metadata", "source", "outputs", "execution_count"],
      additionalProperties: false,
    },
  ],
};

export const nbformat4 = {
  type: "object",
  properties: {
    nbformat: { const: 4 },
    nbformat_minor: { type: "integer", minimum: 5 },
    metadata: {
      type: "object",
      properties: {
        kernelspec: { type: "object", required: ["name", "display_name"] },
        language_info: { type: "object", required: ["name"] },
      },
      required: ["kernelspec", "language_info"],
    },
    cells: { type: "array", items: cell, minItems: 1 },
  },
  required: ["nbformat", "nbformat_minor", "metadata", "cells"],
  additionalProperties: false,
};
