import { z } from "zod";
import { armKinds, conditionGroups, outcomeKinds, trustLevels } from "./kinds.js";

/** One question of questions.json. */
export const questionSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  conditions: z.array(z.enum(conditionGroups)).min(1),
  treatment: z.array(z.enum(armKinds)).min(1),
  comparator: z.array(z.enum(armKinds)).min(1),
  outcome: z.enum(outcomeKinds),
  window: z.strictObject({ from: z.number().min(0), to: z.number(), target: z.number() }),
  measure: z.enum(["SMD", "MD", "logRR", "logOR", "RD"]),
  prefer: z.array(z.enum(["endpoint", "change", "contrast"])).min(1),
  arms: z.enum(["combine", "separate"]).exactOptional(),
  minimumTrust: z.enum(trustLevels).exactOptional(),
  respondersAsSmd: z.boolean().exactOptional(),
  scale: z.string().min(1).exactOptional(),
});
