import { createRequire } from "node:module";

interface DisplayContent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient: { readonly display_id?: string };
}

export type KernelChannel = (content: DisplayContent, update: boolean) => void;

/**
 * The way to the front end of the tslab kernel this code runs in; null outside a notebook.
 *
 * tslab's own `display` sends one media type at a time. Its kernel keeps the function that sends whole bundles in the
 * module `tslab/dist/jupyter.js`, which is found among the loaded modules.
 */
export function kernelChannel(): KernelChannel | null {
  const loaded = createRequire(import.meta.url).cache;
  const file = Object.keys(loaded).find((path) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path));
  const exported = file === undefined ? undefined : (loaded[file]?.exports as TslabJupyter | undefined);
  return exported?.lastWriteDisplayData ?? null;
}

interface TslabJupyter {
  readonly lastWriteDisplayData?: KernelChannel | null;
}
