import { type NetworkOptions, network } from "@acumeta/core";
import { comparison, ring } from "../network/ring.ts";

const acupuncture = "Acupuncture";
const sham = "Sham needling";
const waiting = "Waiting list";
const care = "Usual care";
const exercise = "Exercise";

const options: NetworkOptions = { tau2: "EE", interval: "z" };

/** Synthetic networks that figures of networks are tried on, by the name of the case. */
export const networks = {
  typical: () =>
    network(
      [
        comparison("First", acupuncture, sham, 0.2, 120),
        comparison("Second", acupuncture, sham, 0.35, 60),
        comparison("Third", acupuncture, waiting, 0.9, 90),
        comparison("Fourth", sham, waiting, 0.1, 40),
        comparison("Fifth", acupuncture, care, 0.4, 200),
        comparison("Sixth", exercise, care, 0.5, 70),
        comparison("Seventh", acupuncture, exercise, 0.3, 55),
      ],
      options,
    ),
  "three treatments": () => fitted(3, 3),
  "fifteen treatments": () => fitted(15, 10),
  "names of 60 letters": () => fitted(6, 60),
} as const;

const fitted = (n: number, letters: number) => network(ring(n, letters), options);

/** The same cases of another figure. */
export function casesOf<T>(draw: (fit: ReturnType<typeof fitted>) => T): Readonly<Record<string, () => T>> {
  return Object.fromEntries(Object.entries(networks).map(([name, fit]) => [name, () => draw(fit())]));
}
