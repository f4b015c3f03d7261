import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { EstimateArm, NamedArm } from "./arm.js";
import { type ArmKind, armKinds } from "./armKinds.js";
import { type ArmProblems, armProblems } from "./armProblems.js";
import { checkName, checkValues, isArm } from "./checkArm.js";

/** A trial with its arms in the order given. */
export interface TrialOfArms<Row> {
  readonly study: string;
  readonly arms: readonly Row[];
}

/** Trials whose arms all hold the values of a kind, and trials whose arms hold estimates. */
export interface TrialsOfArms<Row> {
  readonly trials: readonly TrialOfArms<Row>[];
  readonly estimated: readonly TrialOfArms<EstimateArm>[];
}

/** Arms of a kind, or estimates in their place where these are allowed. */
interface Allowed<Row> {
  /** null where nothing but estimates is. */
  readonly kind: ArmKind<Row> | null;
  readonly estimates: boolean;
}

/** Checked arms by trial, in order of appearance. Throws `NOT_ARMS`, `NO_ARMS`, and of all problems together `ARMS_REFUSED`. */
export function trialsOfArms<Row extends NamedArm>(
  rows: readonly (Row | EstimateArm)[],
  { kind, estimates }: Allowed<Row>,
): TrialsOfArms<Row> {
  if (!Array.isArray(rows)) throw metaError(messages.notListOfArms({ found: rows }));
  if (rows.length === 0) throw metaError(messages.noArms());
  const isEstimate = (row: Row | EstimateArm): row is EstimateArm =>
    kind === null || (estimates && "yi" in row && kind.columns.some((column) => !(column in row)));
  const kinds = [...(kind === null ? [] : [kind]), ...(estimates ? [armKinds.estimates] : [])];
  const columns = kinds.map(({ inWords }) => inWords).join("; or ");

  const problems = armProblems();
  const named = rows.map((row, i) => {
    if (!isArm(row, i + 1, problems)) return false;
    const isNamed = checkName(row, i + 1, problems);
    if (isEstimate(row)) checkValues(row, armKinds.estimates, { columns, problems });
    else checkValues(row, kind!, { columns, problems });
    return isNamed;
  });
  if (named.includes(false)) problems.refuse();

  const trials: TrialOfArms<Row>[] = [];
  const estimated: TrialOfArms<EstimateArm>[] = [];
  for (const { study, arms } of byStudy(rows)) {
    checkTrial(study, arms, problems);
    if (arms.every(isEstimate)) estimated.push({ study, arms });
    else if (!arms.some(isEstimate)) trials.push({ study, arms: arms as readonly Row[] });
    else problems.add(messages.mixedArms(), { study });
  }
  problems.refuse();
  return { trials, estimated };
}

function byStudy<Row extends NamedArm>(rows: readonly Row[]): readonly TrialOfArms<Row>[] {
  const studies = new Map<string, Row[]>();
  for (const row of rows) {
    const arms = studies.get(row.study);
    if (arms === undefined) studies.set(row.study, [row]);
    else arms.push(row);
  }
  return Array.from(studies, ([study, arms]) => ({ study, arms }));
}

function checkTrial(study: string, arms: readonly NamedArm[], problems: ArmProblems): void {
  if (arms.length === 1) problems.add(messages.loneArm(), { study, treatment: arms[0]!.treatment });
  const names = arms.map(({ treatment }) => treatment);
  for (const treatment of new Set(names.filter((name, i) => names.indexOf(name) < i)))
    problems.add(messages.duplicateArm(), { study, treatment });
}
