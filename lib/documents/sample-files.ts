/** Small files of each kind, for tests. */

const ascii = (text: string) => new TextEncoder().encode(text);

/** Puts pieces of bytes behind one another. */
export function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** A PDF of `size` bytes (at least 30). */
export function samplePdf(size = 200): Uint8Array<ArrayBuffer> {
  return join(ascii("%PDF-1.7\n"), new Uint8Array(size - 15).fill(0x20), ascii("%%EOF\n"));
}

/** A PNG image of one pixel. */
export function samplePng(): Uint8Array<ArrayBuffer> {
  const base64 =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** The beginning of a JPEG image. */
export function sampleJpeg(): Uint8Array<ArrayBuffer> {
  return join(
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16),
    ascii("JFIF\0"),
    new Uint8Array(40),
    Uint8Array.of(0xff, 0xd9),
  );
}

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document with further parts; `claims` overrides the unpacked size that a part states. */
export function sampleDocx(
  parts: Record<string, string> = {},
  claims: Record<string, number> = {},
): Uint8Array<ArrayBuffer> {
  return sampleZip(
    { "[Content_Types].xml": CONTENT_TYPES, "word/document.xml": "<document/>", ...parts },
    claims,
  );
}

/** A ZIP file that stores its parts unpacked. */
export function sampleZip(
  parts: Record<string, string>,
  claims: Record<string, number> = {},
): Uint8Array<ArrayBuffer> {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = ascii(content);
    const sizes = [bytes.byteLength, claims[name] ?? bytes.byteLength] as const;
    const file = join(
      record([0x04034b50, 4], [20, 2], [0, 2], [0, 2], [0, 4], [0, 4], [bytes.byteLength, 4]),
      record([bytes.byteLength, 4], [ascii(name).byteLength, 2], [0, 2]),
      ascii(name),
      bytes,
    );
    directory.push(
      record([0x02014b50, 4], [20, 2], [20, 2], [0, 2], [0, 2], [0, 4], [0, 4], [sizes[0], 4]),
      record([sizes[1], 4], [ascii(name).byteLength, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4]),
      record([offset, 4]),
      ascii(name),
    );
    local.push(file);
    offset += file.byteLength;
  }
  const count = local.length;
  const listing = join(...directory);
  const end = record([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2]);
  return join(...local, listing, end, record([listing.byteLength, 4], [offset, 4], [0, 2]));
}

/** Numbers in little-endian order, each with its length in bytes. */
function record(...fields: (readonly [value: number, length: 2 | 4])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, length]) => sum + length, 0)));
  let at = 0;
  for (const [value, length] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return new Uint8Array(view.buffer);
}
