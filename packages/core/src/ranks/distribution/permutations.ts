/** Every order of the numbers from 0 to n − 1, in lexical order. */
export function permutations(n: number): readonly (readonly number[])[] {
  const from = (rest: readonly number[]): readonly (readonly number[])[] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) => from(rest.filter((other) => other !== first)).map((others) => [first, ...others]));
  return from(Array.from({ length: n }, (_, i) => i));
}
