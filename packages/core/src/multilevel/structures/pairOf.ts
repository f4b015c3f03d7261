/** Row and column of an element of a lower triangle without its diagonal, counted row by row. */
export function pairOf(place: number): readonly [number, number] {
  let row = 1;
  let left = place;
  while (left >= row) left -= row++;
  return [row, left];
}
