import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of a dataset that comes with acumeta: "pain-trials", "published", "acupoints" or "claims"; of all of them without a name.
 *
 * @example
 * import { readTrials, shippedData } from "acumeta";
 * const { trials } = await readTrials(shippedData("pain-trials"));
 * trials.length; // => 93
 */
export function shippedData(name = ""): string {
  const places = ["../datasets", "../../../datasets"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return join(places.find((place) => existsSync(place)) ?? places[0]!, name);
}
