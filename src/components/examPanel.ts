import type {ExamResults, ModelsData} from "../lib/wire/ModelsData.js";
import {calibrationChart} from "./calibrationChart.js";
import {choices} from "./choices.js";
import {confusionPanel} from "./confusionPanel.js";
import {precisionRecallChart, rocChart} from "./curveChart.js";
import {html} from "./html.js";
import {metricsTable} from "./metricsTable.js";

/** Every figure of the models page for the exam the reader chooses; the choice is kept in the page's address. */
export function examPanel({exams}: ModelsData): HTMLElement {
  const place = html`<div></div>`;
  const asked = new URLSearchParams(location.search).get("exam");
  const start = exams.find(({id}) => id === asked) ?? exams[0];
  const show = (id: string) => place.replaceChildren(figures(exams.find((exam) => exam.id === id)!));
  const onChange = (id: string) => {
    history.replaceState(null, "", `?exam=${id}${location.hash}`);
    show(id);
  };
  show(start.id);
  const options = exams.map(({id, title}) => [id, title] as const);
  return html`<div>${choices("Exam", options, {value: start.id, onChange})}${place}</div>`;
}

function figures(exam: ExamResults): HTMLElement {
  const {models, sentence, rows, hits} = exam;
  return html`<div>
    <p>${sentence} ${rows.toLocaleString("en")} tracks, ${hits.toLocaleString("en")} of them hits.</p>
    ${metricsTable(models)}
    <div class="grid grid-cols-2" style="grid-auto-rows: auto">
      ${rocChart(models)} ${precisionRecallChart(models)} ${calibrationChart(models)}
      <div class="chart">
        <p class="chart-title">Where to draw the line is a choice</p>
        ${confusionPanel(exam)}
      </div>
    </div>
  </div>`;
}
