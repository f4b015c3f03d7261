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
  return { trP, trPP: trPP + traceOfSquare(C, second, p) };
}

/** tr(CMCM) of symmetric matrices, where most elements of M are 0. */
function traceOfSquare(C: Float64Array, M: Float64Array, p: number): number {
  const present = Array.from({ length: p }, (_, m) =>
    Int32Array.from({ length: p }, (__, j) => j).filter((j) => M[m * p + j] !== 0),
  );
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let m = 0; m < p; m++) {
      const factor = C[i * p + m]!;
      for (const j of present[m]!) product[i * p + j]! += factor * M[m * p + j]!;
    }
  let trace = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) trace += product[i * p + j]! * product[j * p + i]!;
  return trace;
}
