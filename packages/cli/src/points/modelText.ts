import type { MethodRecord, ModelledPoint, PointIdentifiability, PointSimulation } from "@acumeta/acupoints";
import type { RankSets } from "@acumeta/core";
import { decimals } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";
import type { ModelAnswer } from "./modelAnswer.js";

/** All points at once in plain text: whether they can be told apart first, then whether they matter, then each. */
export function modelText({ model, matter, ranks, identifiability, simulation }: ModelAnswer): string {
  const rankOf = new Map(ranks?.treatments.map(({ name, rank }) => [name, rank]));
  return [
    ...(identifiability === null ? [] : [identifyText(identifiability)]),
    wrap(matter.paragraph),
    pointsTable(model.points, rankOf),
    wrap(
      `Each estimate is what a point adds to a trial's effect (SMD, model ${model.formula}), drawn to 0 the more the less is known of it. ` +
        (ranks === null ? "" : "Limits of ranks hold for all points together: where they overlap, no order is shown."),
    ),
    ...model.warnings.map(({ message }) => `Warning     ${message}`),
    ...(simulation === null ? [] : [simulationText(simulation)]),
  ].join("\n\n");
}

type Ranks = ReadonlyMap<string, RankSets["treatments"][number]["rank"]>;

function pointsTable(points: readonly ModelledPoint[], ranks: Ranks): string {
  return textTable(points, [
    { head: "point", cell: ({ name }) => name },
    { head: "trials", cell: ({ k }) => k, align: "right" },
    { head: "patients", cell: ({ n }) => n, align: "right" },
    { head: "adds", cell: ({ estimate }) => decimals(estimate, 3), align: "right" },
    { head: "95 % limits", cell: ({ ci }) => `[${decimals(ci.lower)}, ${decimals(ci.upper)}]`, align: "right" },
    ...(ranks.size === 0
      ? []
      : [
          {
            head: "limits of the rank",
            cell: ({ name }: ModelledPoint) => `${ranks.get(name)!.lower} to ${ranks.get(name)!.upper}`,
            align: "right" as const,
          },
        ]),
  ]);
}

const MOST_SETS = 5;

function identifyText({ sentence, together, points }: PointIdentifiability): string {
  const known = [...points].sort((a, b) => b.reliability - a.reliability).slice(0, 10);
  return [
    wrap(sentence),
    ...together
      .slice(0, MOST_SETS)
      .map(({ codes, trials }) =>
        wrap(`Always together (${trials.join(", ")}): ${codes.join(", ")}`, { indent: "  " }),
      ),
    "",
    textTable(known, [
      { head: "best known points", cell: ({ code }) => code },
      { head: "trials", cell: ({ k }) => k, align: "right" },
      { head: "known, 0 to 1", cell: ({ reliability }) => decimals(reliability), align: "right" },
      {
        head: "lost without one trial",
        cell: ({ heaviest }) => (heaviest === null ? null : `${Math.round(100 * heaviest.lost)} % (${heaviest.trial})`),
      },
    ]),
  ].join("\n");
}

function simulationText(simulation: readonly PointSimulation[]): string {
  const rows = simulation.flatMap(({ scenario, naive, oneByOne, model }) => [
    { ...naive, sigma: scenario.sigma, method: "average of trials" },
    { ...oneByOne, sigma: scenario.sigma, method: "one by one, adjusted" },
    { ...model, sigma: scenario.sigma, method: "all at once" },
  ]);
  const [{ scenario, replicates, seed }] = simulation as readonly [PointSimulation];
  const percent = (pick: (row: MethodRecord) => number | null) => (row: MethodRecord) => {
    const value = pick(row);
    return value === null ? null : `${Math.round(100 * value)} %`;
  };
  return [
    wrap(
      `Simulated worlds (synthetic) of ${scenario.trials} trials and ${scenario.points} points, whose truth is known: ${replicates} data sets each, seed ${seed}.`,
    ),
    textTable(rows, [
      { head: "true SD of points", cell: ({ sigma }) => decimals(sigma), align: "right" },
      { head: "method", cell: ({ method }) => method },
      { head: "spread of estimates", cell: ({ range }) => decimals(range), align: "right" },
      { head: "said to differ", cell: percent(({ differing }) => differing), align: "right" },
      { head: "any said to", cell: percent(({ anyDiffers }) => anyDiffers), align: "right" },
      { head: "best in top 5", cell: percent(({ bestInTop5 }) => bestInTop5), align: "right" },
    ]),
  ].join("\n\n");
}
