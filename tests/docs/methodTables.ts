import * as core from "@acumeta/core";

/** A registered choice, as far as a table shows it. */
interface Entry {
  readonly id: string;
  readonly label: string;
  readonly citation: string;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && "id" in value && "label" in value && "citation" in value;

const isRegistry = (value: unknown): value is Readonly<Record<string, Entry>> => {
  const entries = typeof value === "object" && value !== null ? Object.values(value) : [];
  return entries.length > 0 && entries.every(isEntry);
};

/** Every registry that the library exports, as tables in Markdown: what can be chosen, under which id, by whom. */
export function methodTables(): string {
  return Object.entries(core)
    .filter(([, value]) => isRegistry(value))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, registry]) => table(name, Object.values(registry as Record<string, Entry>)))
    .join("\n\n");
}

function table(name: string, entries: readonly Entry[]): string {
  const rows = entries.map(({ id, label, citation }) => `| \`${id}\` | ${label} | ${citation} |`);
  return [`### \`${name}\``, "", "| id | method | source |", "|---|---|---|", ...rows].join("\n");
}
