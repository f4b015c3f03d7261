import { expect } from "vitest";

/** Equal but for rounding: to a part of the number, or of the `unit` in which a difference would matter. */
export function expectNear(got: number, expected: number, { unit = 0, part = 1e-9 } = {}): void {
  expect(Math.abs(got - expected), `${got} for ${expected}`).toBeLessThanOrEqual(part * (Math.abs(expected) + unit));
}
