import { expect, test } from "vitest";
import { docstringExamples, packages } from "./findExamples.ts";

test.each(packages)("every function that %s exports has an example", async (name) => {
  const { name: module } = await import(`../../packages/${name}/package.json`);
  const exported: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ module);
  const documented = new Set(packages.flatMap(docstringExamples).map((example) => example.of));
  const functions = Object.keys(exported).filter((key) => typeof exported[key] === "function");
  expect(functions).not.toEqual([]);
  expect(functions.filter((key) => !documented.has(key))).toEqual([]);
});
