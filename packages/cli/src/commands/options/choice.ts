import { Option } from "commander";

type Known = Readonly<Record<string, { readonly label: string }>>;

/** An option that takes an id of a registry; its help names them all. */
export function choice(flags: string, what: string, known: Known, fallback?: string): Option {
  const entries = Object.entries(known).map(([id, { label }]) => (label === id ? id : `${id} (${label})`));
  return new Option(flags, `${what}: ${entries.join(", ")}`).choices(Object.keys(known)).default(fallback);
}
