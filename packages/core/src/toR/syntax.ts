/** A vector of R. */
export function vector(items: readonly string[]): string {
  return `c(${items.join(", ")})`;
}

/** A text of R, whose escapes are those of JSON. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What metafor can't do, as a comment. */
export function noCounterpart(what: string, id: string): string {
  return `# ${what} "${id}": metafor has no counterpart`;
}

/** The argument that makes rma iterate until nothing changes any more. */
export const SETTLED = "control = list(threshold = 1e-12, tol = 1e-12, maxiter = 10000, stepadj = 0.5)";
