import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the datasets that come with acumeta: beside the installed package, or in the repository. */
export function shippedData(): string {
  const places = ["../datasets", "../../../datasets"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return places.find((place) => existsSync(place)) ?? places[0]!;
}
