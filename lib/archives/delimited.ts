/** The signs that may part the cells of a pasted line, the likeliest first. */
const SEPARATORS = ["\t", ";", ",", "|"] as const;

/** The sign that parts the cells of a table, told by its first line; null for text without cells. */
export function separatorOf(line: string): string | null {
  const counted = SEPARATORS.map((sign) => ({ sign, parts: line.split(sign).length }));
  const [best] = counted.sort((a, b) => b.parts - a.parts);
  return best && best.parts > 1 ? best.sign : null;
}

/** The cells of one line, trimmed; quotes may hold the separator and, doubled, themselves. */
export function cellsOf(line: string, separator: string | null): string[] {
  if (separator === null) return [line.trim()];
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '"' && quoted && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === "")) quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}
