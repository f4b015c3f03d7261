import type { NotRun } from "./notRun.js";
import { textTable } from "./table.js";

/** Methods that could not be run, with their reasons; those of one reason together. */
export function notRunTable(notRun: readonly NotRun[]): string {
  const reasons = [...new Set(notRun.map(briefly))];
  const methodsOf = (reason: string) => notRun.filter((each) => briefly(each) === reason).map(({ method }) => method);
  return textTable(reasons, [
    { head: "not run", cell: (reason) => methodsOf(reason).join(", "), widest: 30 },
    { head: "because", cell: (reason) => reason, widest: 78 },
  ]);
}

/** A reason without its mend, which is for those who write code, and without the method, which stands beside it. */
function briefly({ because }: NotRun): string {
  return because.split(". ", 1)[0]!.replace(/(?<=at least \d+) for .*/, "");
}
