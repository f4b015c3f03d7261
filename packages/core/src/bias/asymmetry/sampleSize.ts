import type { Events } from "../../effects/events.js";
import { dispersedLine } from "./line.js";
import type { EventsTest } from "./test.js";

/** (a + c)(b + d)/N: the inverse variance of a log odds ratio of 0 at the events of both groups. */
const pooledEvents = ({ a, n1, c, n2 }: Events) => ((a + c) * (n1 + n2 - a - c)) / (n1 + n2);

/** 4n₁n₂/(n₁ + n₂) */
const effectiveSize = ({ n1, n2 }: Events) => (4 * n1 * n2) / (n1 + n2);

interface SizeTest<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly citation: string;
  readonly x: (table: Events) => number;
  readonly w: (table: Events, variance: number) => number;
  /** Whether x goes to 0 as a study grows. */
  readonly vanishes: boolean;
}

/** Regression of the log odds ratio on a function of the patients, which does not depend on the effect. */
function sizeTest<Id extends string>({ id, label, citation, x, w, vanishes }: SizeTest<Id>): EventsTest<Id> {
  return {
    id,
    label,
    citation,
    rows: "events",
    needsEffects: true,
    minimumK: 3,
    compute: (tables, { y, v }, { level }) =>
      dispersedLine(
        { x: Float64Array.from(tables, x), y, w: Float64Array.from(tables, (table, i) => w(table, v[i]!)) },
        { limit: vanishes, level },
      ),
  };
}

/** On 1/N, weighted by (a + c)(b + d)/N. */
export const peters = sizeTest({
  id: "Peters",
  label: "Peters' regression test",
  citation: "Peters, Sutton, Jones, Abrams & Rushton 2006, JAMA 295:676-680",
  x: ({ n1, n2 }) => 1 / (n1 + n2),
  w: pooledEvents,
  vanishes: true,
});

/** On N, weighted by 1/v. */
export const macaskill = sizeTest({
  id: "Macaskill",
  label: "Macaskill's regression test, inverse-variance weights",
  citation: "Macaskill, Walter & Irwig 2001, Statistics in Medicine 20:641-654",
  x: ({ n1, n2 }) => n1 + n2,
  w: (_, variance) => 1 / variance,
  vanishes: false,
});

/** On 1/√ESS, weighted by the effective sample size ESS = 4n₁n₂/(n₁ + n₂); made for diagnostic odds ratios. */
export const deeks = sizeTest({
  id: "Deeks",
  label: "Deeks' regression test",
  citation: "Deeks, Macaskill & Irwig 2005, Journal of Clinical Epidemiology 58:882-893",
  x: (table) => 1 / Math.sqrt(effectiveSize(table)),
  w: effectiveSize,
  vanishes: true,
});
