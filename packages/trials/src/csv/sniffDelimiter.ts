import Papa from "papaparse";

const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** The delimiter that finds the most known columns in the first line; then the one with most fields; then a comma. */
export function sniffDelimiter(firstLine: string, known: ReadonlySet<string>): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const fields = Papa.parse<string[]>(firstLine, { delimiter, preview: 1 }).data[0] ?? [];
    return { delimiter, hits: fields.filter((name) => known.has(name.trim())).length, fields: fields.length };
  });
  return scored.reduce((best, one) =>
    one.hits > best.hits || (one.hits === best.hits && one.fields > best.fields) ? one : best,
  ).delimiter;
}
