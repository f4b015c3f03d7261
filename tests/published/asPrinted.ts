import { expect } from "vitest";

/** Expects a number that, rounded to the digits of the printed one, is the printed one. */
export function expectAsPrinted(value: number | null | undefined, printed: string, what = ""): void {
  expect(value, what).toEqual(expect.any(Number));
  const half = 0.5 * 10 ** -decimalsOf(printed);
  const off = Math.abs(value! - Number(printed));
  if (!(off <= half * (1 + 1e-9))) expect.fail(`${what} ${value} is not ${printed} to the digits printed`);
}

function decimalsOf(printed: string): number {
  return /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
}
