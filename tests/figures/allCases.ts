import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figures } from "@acumeta/figures";
import type { GalleryCases } from "./gallery/galleryCases.ts";

/** The cases of every registered figure, from the file of its name. */
export async function allCases(): Promise<readonly (readonly [figure: string, cases: GalleryCases])[]> {
  const files = new Set(readdirSync(fileURLToPath(new URL("gallery", import.meta.url))));
  const ids = Object.keys(figures);
  const missing = ids.filter((id) => !files.has(`${id}.ts`));
  if (missing.length > 0) throw new Error(`No gallery cases of ${missing.join(", ")}`);
  return Promise.all(
    ids.map(
      async (id) => [id, ((await import(`./gallery/${id}.ts`)) as { readonly cases: GalleryCases }).cases] as const,
    ),
  );
}
