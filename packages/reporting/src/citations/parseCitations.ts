/** A publication, as far as a registered citation tells it. */
export interface Publication {
  /** "Hartung", "White"; "et al." is told by `andOthers`. */
  readonly authors: readonly string[];
  readonly andOthers: boolean;
  readonly year: number | null;
  /** Of an article; null for anything else. */
  readonly journal: { readonly name: string; readonly volume: string; readonly pages: string } | null;
  /** Of anything but an article: the title of a book, a congress, a preprint. */
  readonly title: string | null;
  /** "eq. 8", "ch. 12"; empty for none. */
  readonly place: string;
}

const PUBLICATION = /^(?<authors>\D+?) (?<year>\d{4}), (?<rest>.+)$/;
const ARTICLE =
  /^(?<name>.+?) (?<volume>[A-Z]?\d+(?:\(\d+\)(?!:))?)(?:(?<=\))|:(?<pages>[\w-]+))(?: \([^)]*\))?(?:, (?<place>.+))?$/;
const PLACE = /^(?<title>.+?), (?<place>(?:eq\.|sec\.|ch\.|p\.).+)$/;

/** The publications of a citation as the registries of @acumeta/core hold it: "Hartung & Knapp 2001, Statistics in Medicine 20:3875-3889, eq. 8; …". */
export function parseCitations(citation: string): readonly Publication[] {
  return citation
    .split(/; (?=\p{Lu})/u)
    .filter((each) => each !== "")
    .map(parseCitation);
}

function parseCitation(text: string): Publication {
  const found = PUBLICATION.exec(text)?.groups;
  if (found === undefined) return { authors: [], andOthers: false, year: null, journal: null, title: text, place: "" };
  const { authors = "", year, rest = "" } = found;
  const people = { ...peopleOf(authors), year: Number(year) };
  const article = ARTICLE.exec(rest)?.groups;
  if (article !== undefined && !/\bed\.$/.test(rest)) {
    const { name = "", volume = "", pages = "", place = "" } = article;
    return { ...people, journal: { name, volume, pages }, title: null, place };
  }
  const book = PLACE.exec(rest)?.groups;
  return { ...people, journal: null, title: book?.title ?? rest, place: book?.place ?? "" };
}

function peopleOf(authors: string): Pick<Publication, "authors" | "andOthers"> {
  const andOthers = / et al\.$/.test(authors);
  const names = authors.replace(/ et al\.$/, "").split(/, | & /);
  return { authors: names, andOthers };
}
