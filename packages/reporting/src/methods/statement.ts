/** A sentence of a paper's methods, with what it cites. */
export interface Statement {
  /** Without full stop; its citations follow it. */
  readonly text: string;
  /** As registries hold them. */
  readonly cites: readonly string[];
}

/** An entry of a registry in words, where it is registered; an id of one's own stands for itself. */
export function registered(
  registry: Readonly<Record<string, { readonly label: string; readonly citation: string }>>,
  id: string,
): Statement {
  const entry = Object.hasOwn(registry, id) ? registry[id]! : { label: id, citation: "" };
  return { text: entry.label, cites: entry.citation === "" ? [] : [entry.citation] };
}
