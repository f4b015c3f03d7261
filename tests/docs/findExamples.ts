import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

/** Code that a person may copy, and where it stands. */
export interface Example {
  readonly file: string;
  /** The function or value it is the example of; of a README its heading. */
  readonly of: string;
  readonly code: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
export const packages: readonly string[] = readdirSync(join(root, "packages"));

/** Every `@example` in the sources of a package. */
export function docstringExamples(name: string): readonly Example[] {
  const src = join(root, "packages", name, "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.sort().flatMap((file) => {
    const path = join(src, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes("@example")) return [];
    return parseSync(path, text).comments.flatMap(({ value, end }) => {
      const code = exampleIn(value);
      return code === null ? [] : [{ file: relative(root, path), of: declaredAt(text.slice(end)), code }];
    });
  });
}

/** Every block of TypeScript in the README files. */
export function readmeExamples(): readonly Example[] {
  const paths = ["README.md", ...packages.map((name) => join("packages", name, "README.md"))];
  return paths
    .filter((path) => existsSync(join(root, path)))
    .flatMap((file) => {
      const blocks = readFileSync(join(root, file), "utf8").matchAll(/^```ts\n(.*?)^```$/gms);
      return [...blocks].map(([, code = ""], i) => ({ file, of: `block ${i + 1}`, code }));
    });
}

/** What follows `@example` in a docstring, up to the next tag; null where there is none. */
function exampleIn(comment: string): string | null {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
  const start = lines.findIndex((line) => line.startsWith("@example"));
  if (start === -1) return null;
  const rest = lines.slice(start + 1);
  const next = rest.findIndex((line) => line.startsWith("@"));
  return rest.slice(0, next === -1 ? rest.length : next).join("\n");
}

function declaredAt(text: string): string {
  return /^\s*export (?:async )?(?:function\*?|const) (\w+)/.exec(text)?.[1] ?? "nothing exported";
}
