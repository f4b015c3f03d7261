import { scientific } from "@acumeta/core";

/** A round number on an axis. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e6 || size < 1e-4))
    return scientific(value)
      .replace(/\.0(?=×)/, "")
      .replace(/^(−?)1×/, "$1");
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
