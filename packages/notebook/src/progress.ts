import { metaError } from "@acumeta/core";
import { display } from "./display.js";
import { kernelChannel } from "./kernelChannel.js";
import { messages } from "./messages.js";

/** A progress bar that has been shown. */
export interface Progress {
  /** Moves on by a number of steps, 1 unless given; never beyond the total, and never back (`STEPS_OUT_OF_RANGE`). */
  readonly advance: (steps?: number) => void;
}

const CELLS = 24;
let shown = 0;

/**
 * Shows a bar that fills in place: "Permutations ██████░░░░ 250 of 1000". It is redrawn when its look changes, not at
 * every step, and shows no time, so a finished notebook is the same at every run. Outside a notebook only the finished
 * bar is printed. Throws `TOTAL_OUT_OF_RANGE` unless the total is a whole number above 0.
 *
 * @example
 * import { progress } from "@acumeta/notebook";
 * const bar = progress(3, "Questions");
 * for (const question of ["pain", "disability", "sleep"]) bar.advance(); // one third at a time
 */
export function progress(total: number, label: string): Progress {
  if (!Number.isInteger(total) || total < 1) throw metaError(messages.totalOutOfRange(total));
  const id = `acumeta-progress-${++shown}`;
  let done = 0;
  let filled = 0;
  const draw = (update: boolean): void => {
    const text = barText(label, done, total);
    if (kernelChannel() !== null) display({ data: { "text/plain": text } }, { id, update });
    else if (done === total) display({ data: { "text/plain": text } });
  };
  draw(false);
  return Object.freeze({
    advance(steps = 1): void {
      if (!(Number.isInteger(steps) && steps >= 0)) throw metaError(messages.stepsOutOfRange(steps));
      if (done === total) return;
      done = Math.min(total, done + steps);
      const now = filledCells(done, total);
      if (now === filled && done < total) return;
      filled = now;
      draw(true);
    },
  });
}

function barText(label: string, done: number, total: number): string {
  const filled = filledCells(done, total);
  return `${label} ${"█".repeat(filled)}${"░".repeat(CELLS - filled)} ${done} of ${total}`;
}

function filledCells(done: number, total: number): number {
  return Math.floor((CELLS * done) / total);
}
