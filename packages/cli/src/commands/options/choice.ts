import { InvalidArgumentError, Option } from "commander";

type Known = Readonly<Record<string, { readonly label: string }>>;

/** An option that takes an id of a registry, in capitals or small letters; its help names them all. */
export function choice(flags: string, what: string, known: Known, fallback?: string): Option {
  const ids = Object.keys(known);
  const entries = Object.entries(known).map(([id, { label }]) => (label === id ? id : `${id} (${label})`));
  const option = new Option(flags, `${what}: ${entries.join(", ")}`).choices(ids).default(fallback);
  return option.argParser<string | readonly string[] | undefined>((text, before) => {
    const id = idOf(text, ids);
    if (!option.variadic) return id;
    return Array.isArray(before) ? [...before, id] : [id];
  });
}

function idOf(text: string, ids: readonly string[]): string {
  const id = ids.includes(text) ? text : ids.find((one) => one.toLowerCase() === text.toLowerCase());
  if (id === undefined) throw new InvalidArgumentError(`Allowed choices are ${ids.join(", ")}.`);
  return id;
}
