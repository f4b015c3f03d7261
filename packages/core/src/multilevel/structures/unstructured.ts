import { type Correlated, ownVariances } from "./correlated.js";
import { standardDeviations } from "./parameters.js";
import type { Parameter, Structure } from "./structure.js";

/**
 * A variance for each level and a correlation for each two. The correlation matrix is LLᵀ, and the rows of L are points
 * of the unit sphere given by angles between 0 and π: so that it can't leave the positive semi-definite matrices, and
 * reaches singular ones.
 */
export const unstructured = {
  id: "UN",
  label: "unstructured: a variance for each level, a correlation for each two",
  citation: "Pinheiro & Bates 1996, Statistics and Computing 6:289-296 (spherical parametrisation)",
  parameters: ({ names }) => [...standardDeviations(names), ...angles(names)],
  covariance: (theta, { names: { length: m } }) => ownVariances(theta.subarray(0, m), spherical(theta.subarray(m), m)),
} as const satisfies Structure;

function angles(names: readonly string[]): readonly Parameter[] {
  return names.flatMap((row, i): readonly Parameter[] =>
    names
      .slice(0, i)
      .map((column) => ({ name: `rho[${column}, ${row}]`, kind: "angle", lower: 0, upper: Math.PI, power: 1 })),
  );
}

function spherical(phi: Float64Array, m: number): Correlated {
  const L = new Float64Array(m * m);
  const slopesOfL: Float64Array[] = [];
  L[0] = 1;
  let first = 0;
  for (let i = 1; i < m; i++) {
    const row = phi.subarray(first, first + i);
    L.set(sphere(row), i * m);
    for (let along = 0; along < i; along++) {
      const slope = new Float64Array(m);
      slope.set(sphere(row, along));
      slopesOfL.push(slope);
    }
    first += i;
  }
  return { R: timesTransposed(L, L, m), slopes: slopesAlongRows(L, slopesOfL, m) };
}

/** (cos φ₁, sin φ₁ cos φ₂, …, sin φ₁ ⋯ sin φₙ), or its slope along one of the angles. */
function sphere(phi: Float64Array, along = -1): Float64Array {
  const point = new Float64Array(phi.length + 1);
  let sines = 1;
  for (let j = 0; j < phi.length; j++) {
    const [sine, cosine] = [Math.sin(phi[j]!), Math.cos(phi[j]!)];
    point[j] = j < along ? 0 : sines * (j === along ? -sine : cosine);
    sines *= j === along ? cosine : sine;
  }
  point[phi.length] = sines;
  return point;
}

/** The slope of LLᵀ where that of L is one row. */
function slopesAlongRows(L: Float64Array, slopes: readonly Float64Array[], m: number): readonly Float64Array[] {
  const rows = Array.from({ length: m }, (_, i) => new Array<number>(i).fill(i)).flat();
  return slopes.map((slope, at) => {
    const row = rows[at]!;
    const out = new Float64Array(m * m);
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let l = 0; l < m; l++) sum += slope[l]! * L[j * m + l]!;
      out[row * m + j]! += sum;
      out[j * m + row]! += sum;
    }
    out[row * m + row] = 0;
    return out;
  });
}

function timesTransposed(A: Float64Array, B: Float64Array, m: number): Float64Array {
  const out = new Float64Array(m * m);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) for (let l = 0; l < m; l++) out[i * m + j]! += A[i * m + l]! * B[j * m + l]!;
  return out;
}
