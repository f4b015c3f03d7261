// Prints how many milliseconds a fresh process takes, after its imports, to read the shipped trials and pool every question.
import { contrasts, pool, readTrials } from "acumeta";

const start = performance.now();
const trials = await readTrials(new URL("../../datasets/pain-trials", import.meta.url).pathname);
for (const question of trials.questions) {
  const { effects } = contrasts(trials, question);
  if (effects.length > 0) pool(effects);
}
console.log(performance.now() - start);
