import { type Complex, invertLaplace } from "../../numerics/invertLaplace.js";

/**
 * P(Q ≤ q): Q is Σλχ²₁ with λ the eigenvalues of Σ^½PΣ^½, P = A − aa′/Σa, Σ = diag(v + τ²). Its Laplace transform
 * det(I + 2pΣ^½PΣ^½)^−½ is, by the determinant of a rank-one change, (∏(1 + 2pd) · Σ(a/Σa)/(1 + 2pd))^−½, d = a(v + τ²).
 */
export function distributionOfQ(q: number, v: Float64Array, { a, tau2 }: { a: Float64Array; tau2: number }): number {
  const total = a.reduce((sum, each) => sum + each, 0);
  return invertLaplace((p) => {
    let logSize = 0;
    let angle = 0;
    let re = 0;
    let im = 0;
    for (let i = 0; i < v.length; i++) {
      const twice = 2 * a[i]! * (v[i]! + tau2);
      const real = 1 + twice * p.re;
      const imaginary = twice * p.im;
      const square = real * real + imaginary * imaginary;
      logSize += 0.5 * Math.log(square);
      angle += Math.atan2(imaginary, real);
      re += ((a[i]! / total) * real) / square;
      im -= ((a[i]! / total) * imaginary) / square;
    }
    const size = Math.exp(-0.5 * (logSize + 0.5 * Math.log(re * re + im * im)));
    const turned = -0.5 * (angle + Math.atan2(im, re));
    return divide({ re: size * Math.cos(turned), im: size * Math.sin(turned) }, p);
  }, q);
}

function divide(a: Complex, b: Complex): Complex {
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
}
