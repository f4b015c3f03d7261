/** A column without the value at a place. */
export function without(column: Float64Array, omitted: number): Float64Array {
  const rest = new Float64Array(column.length - 1);
  for (let i = 0; i < rest.length; i++) rest[i] = column[i < omitted ? i : i + 1]!;
  return rest;
}
