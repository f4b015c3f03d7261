import { parseSync, transformWithOxc } from "vite";
import { expect } from "vitest";
import { printed } from "./printed.ts";

/** Runs an example and checks every claim in it: `// => value`, or `// throws CODE`, after a statement. */
export async function runExample(code: string): Promise<void> {
  const { code: script } = await transformWithOxc(withChecks(code), "example.ts");
  const body = `return (async () => {${script}})();`;
  await new Function("load", "holds", "throws", body)(load, holds, throws);
}

const load = (module: string): Promise<unknown> => import(/* @vite-ignore */ module);

async function holds(statement: () => unknown, claim: string): Promise<void> {
  expect(await statement(), `=> ${claim}`).toEqual(printed(claim));
}

async function throws(statement: () => unknown, code: string): Promise<void> {
  await expect(async () => statement()).rejects.toThrow(expect.objectContaining({ code }));
}

const CLAIM = /^\s*(=>|throws)\s*(.*)$/;

/** The example with its imports made dynamic, and every statement that a claim follows handed to the check of it. */
function withChecks(code: string): string {
  const { program, comments, errors } = parseSync("example.ts", code);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const claims = comments.filter(({ value }) => CLAIM.test(value));
  let unchecked = claims.length;
  const written = program.body.map((statement, i) => {
    const { start, end } = statement;
    const next = program.body[i + 1]?.start ?? code.length;
    if (statement.type === "ImportDeclaration") {
      const names = statement.specifiers.map(({ local }) => local.name).join(", ");
      return `const { ${names} } = await load("${statement.source.value}");`;
    }
    const claim = claims.find((comment) => comment.start >= end && comment.start < next);
    if (claim === undefined || statement.type !== "ExpressionStatement") return code.slice(start, end);
    unchecked -= 1;
    const { expression } = statement;
    const [, kind, claimed = ""] = CLAIM.exec(claim.value)!;
    const source = code.slice(expression.start, expression.end);
    return `await ${kind === "=>" ? "holds" : "throws"}(async () => (${source}), ${JSON.stringify(claimed)});`;
  });
  if (unchecked > 0) throw new Error("A claim must follow a statement that is an expression, one claim a statement.");
  return written.join("\n");
}
