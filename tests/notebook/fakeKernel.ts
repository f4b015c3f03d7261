import { createRequire } from "node:module";

/** What a kernel was asked to show. */
export interface Shown {
  readonly content: {
    readonly data: Readonly<Record<string, unknown>>;
    readonly metadata: Readonly<Record<string, unknown>>;
    readonly transient: { readonly display_id?: string };
  };
  readonly update: boolean;
}

const modules = createRequire(import.meta.url).cache as Record<string, unknown>;
const file = "/nowhere/node_modules/tslab/dist/jupyter.js";

/** Runs an action where tslab's kernel seems loaded, and returns what it was asked to show. */
export async function inKernel(action: () => void | Promise<void>): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  modules[file] = {
    exports: { lastWriteDisplayData: (content: Shown["content"], update: boolean) => shown.push({ content, update }) },
  };
  try {
    await action();
  } finally {
    delete modules[file];
  }
  return shown;
}
