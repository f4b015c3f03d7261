import type { NetworkEffect } from "@acumeta/core";
import type { NotUsed, Provenance } from "../contrasts/answer.js";
import type { Question } from "../contrasts/question.js";
import type { NetworkNode } from "./nodes.js";

/** A comparison of two treatments in a trial with its provenance; goes into `network()` as it is. */
export interface NetworkTrialEffect extends NetworkEffect {
  readonly arms: readonly string[];
  readonly provenance: Provenance;
}

/** The trials' answer to a question about all treatments at once. */
export interface NetworkAnswer {
  /** The question, of whose sides nothing was used. */
  readonly question: Question;
  readonly nodes: readonly NetworkNode[];
  readonly effects: readonly NetworkTrialEffect[];
  readonly notUsed: readonly NotUsed[];
}
