const decimalPoint = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const decimalComma = /^[-+]?\d*,\d+$/;
const groupedPoint = /^[-+]?\d{1,3}(,\d{3})+\.\d+$/;
const groupedComma = /^[-+]?\d{1,3}(\.\d{3})+,\d+$/;
const threeAfterComma = /^[-+]?\d{1,3},\d{3}$/;

/** Whether a comma could as well group thousands as part decimals: "1,234". "0,123" can only be a decimal. */
export function isAmbiguousNumber(cell: string): boolean {
  return threeAfterComma.test(cell) && !/^[-+]?0/.test(cell);
}

/**
 * A cell as a number: decimal point, or a decimal comma where it can be nothing else ("12,5", "1.234,5").
 * null for a blank cell; the cell itself where it is no number. A printed minus sign (U+2212) is a minus.
 */
export function readNumber(cell: unknown): unknown {
  if (typeof cell !== "string") return cell;
  if (cell === "") return null;
  const plain = cell.replace("−", "-");
  if (decimalPoint.test(plain)) return finiteOr(cell, plain);
  if (groupedPoint.test(plain)) return finiteOr(cell, plain.replaceAll(",", ""));
  if (groupedComma.test(plain)) return finiteOr(cell, plain.replaceAll(".", "").replace(",", "."));
  if (decimalComma.test(plain) && !isAmbiguousNumber(plain)) return finiteOr(cell, plain.replace(",", "."));
  return cell;
}

/** 1e999 is no number either; -0 is 0, as in JSON. */
function finiteOr(cell: string, plain: string): number | string {
  const value = Number(plain);
  return Number.isFinite(value) ? value + 0 : cell;
}
