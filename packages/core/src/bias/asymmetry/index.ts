import { registry } from "../../registry/registry.js";
import { begg } from "./begg.js";
import { egger } from "./egger.js";
import { harbord } from "./harbord.js";
import { mixed, thompsonSharp } from "./mixed.js";
import { pustejovsky } from "./pustejovsky.js";
import { deeks, macaskill, peters } from "./sampleSize.js";
import { schwarzer } from "./schwarzer.js";

/** Tests of funnel-plot asymmetry, by id; `rows` says what each needs of a study. */
export const biasTests = registry([
  egger,
  mixed,
  thompsonSharp,
  begg,
  harbord,
  peters,
  macaskill,
  deeks,
  schwarzer,
  pustejovsky,
]);

export type BiasTestId = keyof typeof biasTests;
