/** A column without the value at a place. */
export function without(column: Float64Array, omitted: number): Float64Array {
  const rest = new Float64Array(column.length - 1);
  rest.set(column.subarray(0, omitted));
  rest.set(column.subarray(omitted + 1), omitted);
  return rest;
}
