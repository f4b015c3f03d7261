import { probability } from "../errors/check.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A number with a fixed count of decimals and a true minus sign, none before 0.00; from a million on as a power of ten.
 *
 * @example
 * import { fixed } from "@acumeta/core";
 * fixed(-0.126, 2); // => "−0.13"
 * fixed(-0.001, 2); // => "0.00"
 */
export function fixed(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e6) return scientific(value);
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/**
 * A ratio with two decimals near 1, fewer where it is large, and one significant digit where it is near 0.
 *
 * @example
 * import { ratioText } from "@acumeta/core";
 * ratioText(0.874); // => "0.87"
 * ratioText(0.004); // => "0.004"
 */
export function ratioText(ratio: number): string {
  if (ratio < 1e-4) return scientific(ratio);
  if (ratio < 0.01) return ratio.toPrecision(1);
  return fixed(ratio, ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2);
}

/**
 * A p-value with three decimals. Throws `NOT_A_VALID_NUMBER` for what is no probability.
 *
 * @example
 * import { pText } from "@acumeta/core";
 * pText(0.0312); // => "p = 0.031"
 * pText(0.0002); // => "p < 0.001"
 */
export function pText(p: number): string {
  probability({ p });
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

/**
 * A count with commas between thousands.
 *
 * @example
 * import { countText } from "@acumeta/core";
 * countText(17922); // => "17,922"
 */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * A number as a power of ten. Exponentials of large logarithms leave the range of doubles: "> 10³⁰⁰", "< 10⁻³⁰⁰".
 *
 * @example
 * import { scientific } from "@acumeta/core";
 * scientific(0.0000123); // => "1.2×10⁻⁵"
 */
export function scientific(value: number): string {
  if (value === 0) return "< 10⁻³⁰⁰";
  if (!Number.isFinite(value)) return "> 10³⁰⁰";
  const [mantissa = "", exponent = ""] = Math.abs(value).toExponential(1).split("e");
  const digits = [...exponent.replace("+", "")]
    .map((digit) => (digit === "-" ? "⁻" : SUPERSCRIPTS[Number(digit)]))
    .join("");
  return `${value < 0 ? "−" : ""}${mantissa}×10${digits}`;
}

/**
 * A level between 0 and 1 as a percentage.
 *
 * @example
 * import { percent } from "@acumeta/core";
 * percent(0.95); // => "95%"
 * percent(0.995); // => "99.5%"
 */
export function percent(level: number): string {
  return `${Number((100 * level).toFixed(2))}%`;
}

/**
 * A count with its noun.
 *
 * @example
 * import { counted } from "@acumeta/core";
 * counted(1, "trial"); // => "1 trial"
 * counted(1200, "study"); // => "1,200 studies"
 */
export function counted(count: number, noun: string): string {
  const several = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${countText(count)} ${count === 1 ? noun : several}`;
}
