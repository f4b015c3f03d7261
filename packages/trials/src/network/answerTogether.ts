import { type ArmComparison, compareArms } from "@acumeta/core";
import { isComparable } from "../contrasts/addOn.js";
import { armCell } from "../contrasts/armCell.js";
import { type ArmCounts, armCounts, sumCounts } from "../contrasts/armCounts.js";
import { type ArmSummary, armSummary } from "../contrasts/armSummary.js";
import { combineArms } from "../contrasts/combineArms.js";
import type { Comparison, TrialTables } from "../contrasts/comparison.js";
import type { Draft } from "../contrasts/draft.js";
import { finishEffect } from "../contrasts/finishEffect.js";
import { assumptions, details } from "../contrasts/messages.js";
import type { Question } from "../contrasts/question.js";
import { isNoEffect, type NoEffect, type Refusal, refusal } from "../contrasts/refusal.js";
import { isPooledArm } from "../schema/isPooledArm.js";
import type { Arm } from "../schema/rows.js";
import type { NodeArms } from "./armsOfNodes.js";
import type { NetworkTrialEffect } from "./networkAnswer.js";

/** A treatment with the group of patients who had it. */
interface NodeGroup<Group> {
  readonly node: string;
  readonly group: Group;
}

/** What arms of one scale and week report of three or more treatments. */
interface Together<Group> extends Pick<Draft, "source" | "scale" | "week" | "better" | "assumptions"> {
  readonly groups: readonly NodeGroup<Group>[];
}

/** Every comparison of three or more treatments of a trial, from what its arms report of one scale and week. */
export function answerTogether(
  tables: TrialTables,
  question: Question,
  compared: readonly NodeArms[],
): readonly NetworkTrialEffect[] | NoEffect {
  const { measure, prefer } = question;
  if (measure !== "SMD" && measure !== "MD") {
    const found = counted(tables, question, compared);
    return isNoEffect(found) ? found : countEffects(tables, question, found);
  }
  const refusals: Refusal[] = [];
  for (const source of prefer) {
    if (source === "contrast") continue;
    const found = measured(tables, question, { compared, source });
    if (!isNoEffect(found)) return meanEffects(tables, question, found);
    refusals.push(...found.refusals);
  }
  return { refusals };
}

function measured(
  tables: TrialTables,
  question: Question,
  { compared, source }: { readonly compared: readonly NodeArms[]; readonly source: "endpoint" | "change" },
): Together<ArmSummary> | NoEffect {
  const rows = tables.outcomes.filter(({ outcome, kind }) => outcome === question.outcome && kind === source);
  return reportedTogether(tables, question, {
    compared,
    source,
    find: (comparison) => armCell(comparison, rows, armSummary),
    combine: combineArms,
  });
}

function counted(
  tables: TrialTables,
  question: Question,
  compared: readonly NodeArms[],
): Together<ArmCounts> | NoEffect {
  const rows = tables.outcomes.filter(({ outcome }) => outcome === question.outcome);
  return reportedTogether(tables, question, {
    compared,
    source: "endpoint",
    find: (comparison) => armCell(comparison, rows, armCounts),
    combine: sumCounts,
  });
}

interface HowReported<Group> {
  readonly compared: readonly NodeArms[];
  readonly source: "endpoint" | "change";
  readonly find: (comparison: Comparison) => ReturnType<typeof armCell<Group & object>>;
  readonly combine: (groups: readonly Group[]) => Group;
}

/** The scale and week at which the first treatment and most others are reported; none where that is fewer than three. */
function reportedTogether<Group extends { readonly arms: readonly string[] }>(
  tables: TrialTables,
  question: Question,
  { compared, source, find, combine }: HowReported<Group>,
): Together<Group> | NoEffect {
  const fair = compared.map(({ node, arms }) => ({
    node,
    arms: arms.filter((arm) => isFair(arm, compared, tables.arms)),
  }));
  const [first, ...others] = fair.filter(({ arms }) => arms.length > 0);
  if (first === undefined) return { refusals: [] };
  const cell = find({
    ...tables,
    question,
    armsA: first.arms,
    armsB: others.flatMap(({ arms }) => arms),
    assumptions: [],
  });
  if (isNoEffect(cell)) return cell;
  const values = [...cell.sideA, ...cell.sideB];
  const groups = fair.flatMap(({ node, arms }) => {
    const own = values.filter((value) => arms.some(({ arm }) => value.arms.includes(arm)));
    return own.length === 0 ? [] : [{ node, group: combine(own) }];
  });
  const { scale, week, better } = cell;
  return groups.length < 3 ? { refusals: [] } : { groups, source, scale, week, better, assumptions: cell.assumptions };
}

/** Whether an arm stands for itself alone and nothing was added to it that other treatments did not get. */
function isFair(arm: Arm, compared: readonly NodeArms[], arms: readonly Arm[]): boolean {
  const own = compared.find((each) => each.arms.includes(arm))!.arms;
  const other = compared.flatMap((each) => (each.arms === own ? [] : each.arms));
  return !isPooledArm(arm) && isComparable(arm, { own, other }, arms);
}

function meanEffects(
  tables: TrialTables,
  question: Question,
  found: Together<ArmSummary>,
): readonly NetworkTrialEffect[] {
  const study = tables.trial.citation;
  const arms = found.groups.map(({ node, group: { n, mean, sd } }) => ({ study, treatment: node, n, mean, sd }));
  const { measure } = question;
  const ofChange = measure === "SMD" && found.source === "change" ? [assumptions.sdOfChange] : [];
  const effects = measure === "SMD" ? compareArms(arms, { measure }) : compareArms(arms, { measure: "MD" });
  return finish(tables, question, { effects, found, assumptionsOf: (group) => [...group.assumptions, ...ofChange] });
}

function countEffects(
  tables: TrialTables,
  question: Question,
  found: Together<ArmCounts>,
): readonly NetworkTrialEffect[] | NoEffect {
  const { groups, scale, week } = found;
  const measure = question.measure as "logRR" | "logOR" | "RD";
  const isAlike = (all: boolean) => groups.every(({ group }) => group.events === (all ? group.total : 0));
  if (measure !== "RD" && (isAlike(false) || (measure === "logOR" && isAlike(true))))
    return { refusals: [refusal("NO_EVENTS", details.row(scale, week))] };
  const study = tables.trial.citation;
  const arms = groups.map(({ node, group }) => ({ study, treatment: node, a: group.events, n: group.total }));
  return finish(tables, question, { effects: compareArms(arms, { measure }), found, assumptionsOf: () => [] });
}

interface Compared<Group> {
  readonly effects: readonly ArmComparison[];
  readonly found: Together<Group>;
  readonly assumptionsOf: (group: Group) => readonly string[];
}

/** Comparisons of groups as effects with their provenance, turned so that positive favours the first-named treatment. */
function finish<Group extends Pick<ArmSummary, "arms" | "rows" | "rules">>(
  tables: TrialTables,
  question: Question,
  { effects, found, assumptionsOf }: Compared<Group>,
): readonly NetworkTrialEffect[] {
  const groupOf = (node: string) => found.groups.find((each) => each.node === node)!.group;
  const { source, scale, week, better } = found;
  return effects.map(({ treat1, treat2, yi, vi, n1, n2, rules }) => {
    const [a, b] = [groupOf(treat1), groupOf(treat2)];
    const draft: Draft = {
      yi,
      vi,
      n: { a: n1!, b: n2! },
      armsA: a.arms,
      armsB: b.arms,
      source,
      scale,
      week,
      better,
      rows: [...a.rows, ...b.rows],
      rules: [...a.rules, ...b.rules, ...rules],
      assumptions: [...found.assumptions, ...assumptionsOf(a), ...assumptionsOf(b)],
    };
    const effect = finishEffect({ ...tables, question, armsA: [], armsB: [], assumptions: [] }, draft, false);
    return { ...effect, treat1, treat2 };
  });
}
