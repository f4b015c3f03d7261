import { type NetworkOptions, network } from "@acumeta/core";
import { ring } from "../network/ring.ts";

/** Synthetic networks that figures of networks are tried on, by the name of the case. */
export const networks = {
  typical: () => fitted(5, 12),
  "three treatments": () => fitted(3, 3),
  "fifteen treatments": () => fitted(15, 10),
  "names of 60 letters": () => fitted(6, 60),
} as const;

const options: NetworkOptions = { tau2: "EE", interval: "z" };
const fitted = (n: number, letters: number) => network(ring(n, letters), options);

/** The same cases of another figure. */
export function casesOf<T>(draw: (fit: ReturnType<typeof fitted>) => T): Readonly<Record<string, () => T>> {
  return Object.fromEntries(Object.entries(networks).map(([name, fit]) => [name, () => draw(fit())]));
}
