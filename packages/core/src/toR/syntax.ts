/** A vector of R. */
export function vector(items: readonly string[]): string {
  return `c(${items.join(", ")})`;
}

/** A text of R, whose escapes are those of JSON. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A name that R can read for a column, and one that is not taken; it is taken from then on. */
export function name(text: string, taken: Set<string>): string {
  const legal = text.replaceAll(/[^A-Za-z0-9_.]+/g, ".").replace(/^(?![A-Za-z])/, "x");
  let free = legal;
  for (let i = 2; taken.has(free); i++) free = `${legal}.${i}`;
  taken.add(free);
  return free;
}

/** The columns of a model matrix X that have a coefficient. */
export function modelMatrixToR(names: readonly string[], rows: readonly (readonly number[])[]): readonly string[] {
  const columns = names.map((_, column) => `  ${vector(rows.map((row) => String(row[column])))}`);
  return ["X <- cbind(", `${columns.join(",\n")})`, `colnames(X) <- ${vector(names.map(quoted))}`];
}

/** What metafor can't do, as a comment. */
export function noCounterpart(what: string, id: string): string {
  return `# ${what} "${id}": metafor has no counterpart`;
}

/** The argument that makes rma iterate until nothing changes any more. */
export const SETTLED = "control = list(threshold = 1e-12, tol = 1e-12, maxiter = 10000, stepadj = 0.5)";
