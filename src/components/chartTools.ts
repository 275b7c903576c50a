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
  const withDrawing = (action: (svg: SVGSVGElement) => void) => () => {
    if (area.querySelector("svg")) action(wholeDrawing(area));
  };
  return html`<div class="chart-tools">
    ${button("CSV", () => save(csvBlob(table), `${name}.csv`))}
    ${button(
      "SVG",
      withDrawing((svg) => save(svgBlob(svg), `${name}.svg`))
    )}
    ${button(
      "PNG",
      withDrawing((svg) => void savePng(svg, `${name}.png`))
    )}
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

const svgBlob = (svg: SVGSVGElement) => new Blob([new XMLSerializer().serializeToString(svg)], {type: "image/svg+xml"});

async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const scale = 2;
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const url = URL.createObjectURL(svgBlob(svg));
  const image = new Image(width, height);
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d")!;
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(url);
  canvas.toBlob((blob) => blob && save(blob, name), "image/png");
}
