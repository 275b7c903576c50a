import {csvFormatRows} from "d3-dsv";
import {button} from "./button.js";
import {html} from "./html.js";
import {safeCell} from "../lib/csv/safeCell.js";
import type {TableData} from "./dataTable.js";
import {wholeDrawing} from "./wholeDrawing.js";

interface ToolsOptions {
  readonly title: string;
  readonly table: TableData;
  readonly area: Element; // holds one drawing or several, with a caption each
}

/** Buttons that save a chart's data as CSV and its drawing as SVG or PNG. */
export function chartTools({title, table, area}: ToolsOptions): HTMLElement {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
  const saveAs = (kind: "svg" | "png") => () => {
    if (area.querySelector("svg")) void saveDrawing(area, `${name}.${kind}`);
  };
  return html`<div class="chart-tools">
    ${button("CSV", () => save(csvBlob(table), `${name}.csv`))}${button("SVG", saveAs("svg"))}${button("PNG", saveAs("png"))}
  </div>`;
}

/** A table as CSV; text that a spreadsheet would run as a formula is quoted. */
export function csvBlob({columns, rows}: TableData): Blob {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? safeCell(cell) : String(cell ?? ""))));
  return new Blob([csvFormatRows([[...columns], ...cells])], {type: "text/csv"});
}

export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = html<HTMLAnchorElement>`<a href=${url} download=${name}></a>`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Saves the drawings in an element as one, in the colours they are shown in.
 *
 * @param name of the file, ending in .svg or .png
 * @param stamp a line at the foot of the drawing
 * @throws Error if nothing is drawn, or the browser cannot paint it
 */
export async function saveDrawing(area: Element, name: string, {stamp}: {readonly stamp?: string} = {}): Promise<void> {
  if (!area.querySelector("svg")) throw new Error("nothing is drawn yet");
  const drawing = wholeDrawing(area, {stamp});
  const svg = new Blob([new XMLSerializer().serializeToString(drawing)], {type: "image/svg+xml"});
  save(name.endsWith(".png") ? await painted(svg, drawing) : svg, name);
}

async function painted(svg: Blob, drawing: SVGSVGElement): Promise<Blob> {
  const scale = 2;
  const [width, height] = ["width", "height"].map((name) => Number(drawing.getAttribute(name)));
  const url = URL.createObjectURL(svg);
  const image = new Image(width, height);
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d")!;
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("it could not be painted"))), "image/png")
  );
}
