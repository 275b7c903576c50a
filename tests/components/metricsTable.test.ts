// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {ModelResults} from "../../lib/wire/ModelsData.js";
import {metricsTable} from "../../src/components/metricsTable.js";
import {pairedTable} from "../../src/components/pairedTable.js";
import {modelsData} from "../fixtures/modelsData.js";

const [exam] = modelsData({tracks: 240, refusedModel: "glassbox"}).models.exams;
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const rowsOf = (table: Element) => [...table.querySelectorAll("tbody tr")];
const cellsOf = (row: Element) => [...row.querySelectorAll("td")].map(textOf);
const model = (id: string) => exam.models.find((model) => model.id === id) as ModelResults;

describe("metricsTable(exam)", () => {
  const rows = rowsOf(metricsTable(exam));
  const row = (label: string) => rows.find((row) => textOf(row.querySelector("th")!) === label)!;

  it("has a row a model by rising AUC, and last why one was not examined", () => {
    const aucs = rows.slice(0, -1).map((row) => Number(/^[.\d]{4}/.exec(cellsOf(row)[0])![0]));
    assert.equal(aucs.length, 6);
    assert.deepEqual(
      aucs,
      [...aucs].sort((a, b) => a - b)
    );
    assert.equal(textOf(rows.at(-1)!), "Glassbox not examined: its package is not installed here");
  });

  it("has a cell a measure, with its interval, and AUC first, with the difference to the boosted trees", () => {
    const {auc, brier} = model("logistic").metrics;
    const cells = cellsOf(row("Logistic regression"));
    assert.equal(cells.length, 10);
    const digits = (value: number) => value.toFixed(3).slice(1);
    assert.equal(cells[0], `${digits(auc.value!)}${digits(auc.low!)} to ${digits(auc.high!)}`);
    assert.ok(cells[8].startsWith(digits(brier.value)));
    const {value} = model("logistic").versus!.auc!;
    assert.ok(cells[1].startsWith(`−${digits(Math.abs(value))}`), cells[1]);
    assert.match(cells[1], /p\s[<=]\s\.\d+$/);
    assert.equal(cellsOf(row("Boosted trees"))[1], "–");
  });

  it("sets the best of each measure bold, but no base rate, and no precision or recall", () => {
    const bold = rows.flatMap(
      (row) =>
      [...row.querySelectorAll("td")].flatMap((cell, j) => (cell.querySelector("strong") ? [[textOf(row.querySelector("th")!), j]] : [])) // prettier-ignore
    );
    assert.equal(bold.length, 7);
    assert.ok(bold.every(([label, j]) => label !== "Base rate" && j !== 4 && j !== 5));
    const best = exam.models.filter((one): one is ModelResults => "metrics" in one && one.id !== "majority");
    const auc = Math.max(...best.map(({metrics}) => metrics.auc.value!));
    const ece = Math.min(...best.map(({metrics}) => metrics.ece.value));
    const strong = (j: number) => rows.map((row) => row.querySelectorAll("td")[j]?.querySelector("strong")?.textContent).find((text) => text); // prettier-ignore
    assert.equal(strong(0), auc.toFixed(3).slice(1));
    assert.equal(strong(9), ece.toFixed(3).slice(1));
  });

  it("shows a dash for a measure that is not defined", () => {
    const none = {value: null, low: null, high: null};
    const odd = {...model("logistic"), metrics: {...model("logistic").metrics, precision: none}};
    const [only] = rowsOf(metricsTable({...exam, models: [odd]}));
    assert.equal(cellsOf(only)[4], "–");
    assert.equal(only.querySelectorAll("strong").length, 0); // alone, nobody is best
    assert.doesNotMatch(only.innerHTML, /null|NaN|undefined/);
  });
});

describe("pairedTable(models)", () => {
  it("has a row a model compared, with signed differences and their p", () => {
    const table = pairedTable(exam.models.filter((model): model is ModelResults => "metrics" in model))!;
    const rows = rowsOf(table);
    assert.equal(rows.length, 5);
    const cells = cellsOf(rows[1]);
    assert.equal(cells.length, 4);
    for (const cell of cells) assert.match(cell, /^[+−]\.\d{3}[+−]?\.\d{3} to [+−]?\.\d{3}p\s[<=]\s\.\d+$/);
  });

  it("shows a dash where there is no AUC, and nothing where nobody was compared", () => {
    const logistic = model("logistic");
    const table = pairedTable([{...logistic, versus: {...logistic.versus!, auc: null}}])!;
    assert.equal(cellsOf(rowsOf(table)[0])[0], "–");
    assert.equal(pairedTable([model("boosted")]), null);
  });
});
