/** How many edits a word of this length may be off: none below four letters, one to seven, two from eight. */
export function editsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const LONGEST = 48;
const ROOM = LONGEST + 1;
// Three rows of the table are all that is looked at; the corrector compares thousands of words a query.
const table = new Uint8Array(3 * ROOM);

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn `typed` into `word`, or with
 * `open` into a beginning of it (optimal string alignment). Anything above `most` is `most + 1`.
 */
export function editDistance(typed: string, word: string, most: number, open = false): number {
  const rows = typed.length;
  const columns = open ? Math.min(word.length, rows + most) : word.length;
  if (rows > LONGEST || columns > LONGEST || columns < rows - most || columns > rows + most) return most + 1;
  for (let column = 0; column <= columns; column += 1) table[column] = column;
  for (let row = 1; row <= rows; row += 1) {
    const now = (row % 3) * ROOM;
    const above = ((row + 2) % 3) * ROOM;
    const letter = typed.charCodeAt(row - 1);
    table[now] = row;
    let least = row;
    for (let column = 1; column <= columns; column += 1) {
      const other = word.charCodeAt(column - 1);
      let cost = (table[above + column - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (table[above + column] ?? 0) + 1, (table[now + column - 1] ?? 0) + 1);
      if (
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        other === typed.charCodeAt(row - 2)
      ) {
        cost = Math.min(cost, (table[((row + 1) % 3) * ROOM + column - 2] ?? 0) + 1);
      }
      table[now + column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
  }
  const end = (rows % 3) * ROOM;
  let last = table[end + columns] ?? most + 1;
  for (let column = 0; open && column < columns; column += 1)
    last = Math.min(last, table[end + column] ?? last);
  return Math.min(last, most + 1);
}
