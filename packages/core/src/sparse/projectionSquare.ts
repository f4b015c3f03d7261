import { sparseGram } from "./products.js";
import type { SparseDesign } from "./sparseDesign.js";
import type { SparseLeastSquares } from "./sparseLeastSquares.js";

/** tr(P) and tr(PP) of P = W − WXCX′W, C = (X′WX)⁻¹: tr(PP) = tr(W²) − 2 tr(C X′W³X) + tr((C X′W²X)²). */
export function projectionSquare(
  design: SparseDesign,
  { w, vcov }: SparseLeastSquares,
): { readonly trP: number; readonly trPP: number } {
  const { p } = design;
  const C = vcov();
  const second = sparseGram(
    design,
    w.map((each) => each ** 2),
  );
  const third = sparseGram(
    design,
    w.map((each) => each ** 3),
  );
  let trP = 0;
  let trPP = 0;
  for (const each of w) {
    trP += each;
    trPP += each * each;
  }
  for (let place = 0; place < C.length; place++) {
    trP -= C[place]! * second[place]!;
    trPP -= 2 * C[place]! * third[place]!;
  }
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let m = 0; m < p; m++) {
      const factor = C[i * p + m]!;
      for (let j = 0; j < p; j++) product[i * p + j]! += factor * second[m * p + j]!;
    }
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) trPP += product[i * p + j]! * product[j * p + i]!;
  return { trP, trPP };
}
