/** `GB-12`, `gb 12` or `12`: a request's number as people type it, else null. */
export function requestNumber(text: string): number | null {
  const found = /^(?:gb[-\s]?)?(\d{1,9})$/i.exec(text.trim());
  return found ? Number(found[1]) : null;
}

/** How a request's number is written everywhere. */
export function writeNumber(number: number): string {
  return `GB-${number}`;
}
