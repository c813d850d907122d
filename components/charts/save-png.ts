const TITLE_HEIGHT = 44;
const LEGEND_HEIGHT = 28;
const MARGIN = 20;
/** Twice as many dots as on the page, for slides and paper. */
const SCALE = 2;

/** What decides how a drawing looks; written into it, since a picture knows no style sheet. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/**
 * Saves the chart within `frame` as a PNG, with its question above it and its legend below, in the
 * colours of the page. Throws where there is no drawing yet, or the browser cannot paint it.
 */
export async function savePng(frame: HTMLElement, question: string): Promise<void> {
  const drawing = frame.querySelector<SVGSVGElement>("svg.recharts-surface");
  if (!drawing) throw new Error("There is no drawing to save");
  const { svg, width, height } = pictureOf(frame, drawing, question);
  const image = await load(
    `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`,
  );
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser paints no pictures");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The picture could not be made");
  download(blob, fileName(question));
}

function pictureOf(frame: HTMLElement, drawing: SVGSVGElement, question: string) {
  const { width: inner, height: drawn } = drawing.getBoundingClientRect();
  const legend = [...frame.querySelectorAll<HTMLElement>("figure > ul > li")];
  const page = getComputedStyle(frame);
  const width = Math.ceil(inner) + 2 * MARGIN;
  const lines = legendLines(legend, inner, page);
  const height = Math.ceil(drawn) + TITLE_HEIGHT + lines.length * LEGEND_HEIGHT + 2 * MARGIN;
  const svg = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(element("rect", { width, height, fill: backgroundOf(frame) }));
  const text = { fill: page.color, "font-family": page.fontFamily };
  const title = element("text", { ...text, x: MARGIN, y: MARGIN + 18, "font-size": 17 });
  title.setAttribute("font-weight", "650");
  title.textContent = question;
  const patterns = frame.querySelector<SVGSVGElement>("svg[data-patterns] defs");
  const chart = styled(drawing);
  place(chart, { x: MARGIN, y: MARGIN + TITLE_HEIGHT, width: inner, height: drawn });
  svg.append(title, ...(patterns ? [styled(patterns)] : []), chart);
  for (const [row, line] of lines.entries()) {
    const y = MARGIN + TITLE_HEIGHT + drawn + row * LEGEND_HEIGHT + 8;
    for (const { entry, x } of line) svg.append(...legendEntry(entry, MARGIN + x, y, text));
  }
  return { svg, width, height };
}

interface Placed {
  entry: HTMLElement;
  x: number;
}

/** The entries of the legend in lines that fit the width. */
function legendLines(
  entries: readonly HTMLElement[],
  room: number,
  { fontFamily }: CSSStyleDeclaration,
): Placed[][] {
  const measure = document.createElement("canvas").getContext("2d");
  if (measure) measure.font = `14px ${fontFamily}`;
  const lines: Placed[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const width = 40 + (measure?.measureText(entry.textContent ?? "").width ?? 0);
    if (x + width > room) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)?.push({ entry, x });
    x += width;
  }
  return lines;
}

function legendEntry(entry: HTMLElement, x: number, y: number, text: Record<string, string>) {
  const fill = entry.querySelector("rect")?.getAttribute("fill") ?? "none";
  const swatch = element("rect", { x, y: y + 2, width: 14, height: 14, rx: 3, fill });
  const words = element("text", { ...text, x: x + 22, y: y + 14, "font-size": 14 });
  words.textContent = entry.textContent;
  return [swatch, words];
}

/** A copy that looks the same without the page's style sheets. */
function styled<Shape extends SVGElement>(original: Shape): Shape {
  const copy = original.cloneNode(true) as Shape;
  const originals = [original, ...original.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [at, each] of copies.entries()) {
    const from = originals[at];
    if (!from) continue;
    const styles = getComputedStyle(from);
    each.removeAttribute("class");
    each.removeAttribute("style");
    for (const name of STYLES) {
      const value = styles.getPropertyValue(name);
      // The id alone: the browser writes the address of the page before it.
      if (value) each.setAttribute(name, value.replace(/url\("?[^#"]*(#[^")]+)"?\)/, "url($1)"));
    }
  }
  return copy;
}

/** The colour behind the chart: of the nearest part of the page that has one. */
function backgroundOf(frame: HTMLElement): string {
  for (let each: HTMLElement | null = frame; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
  }
  return "white";
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  place(made, attributes);
  return made;
}

function place(shape: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
}

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("The picture could not be read"));
    image.src = address;
  });
}

function fileName(question: string): string {
  const words = question.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  return `${words.replaceAll(/^-|-$/g, "")}.png`;
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
