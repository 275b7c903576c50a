import {examWords} from "../lib/wire/examWords.js";
import {examined, refused} from "../lib/wire/examined.js";
import type {ErrorsData} from "../lib/wire/ErrorsData.js";
import type {ExamResults, ModelsData} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {agreementChart} from "./agreementChart.js";
import {aucChart} from "./aucChart.js";
import {calibrationChart} from "./calibrationChart.js";
import {choices} from "./choices.js";
import {conformalPanel} from "./conformalPanel.js";
import {confusionPanel} from "./confusionPanel.js";
import {errorBrowser} from "./errorBrowser.js";
import {html} from "./html.js";
import {metricsTable} from "./metricsTable.js";
import {chosenModel, modelsState, type ModelsState} from "./modelsState.js";
import {pairedTable} from "./pairedTable.js";
import {partsChart} from "./partsChart.js";
import {partsTable} from "./partsTable.js";
import {rankingCharts} from "./rankingCharts.js";
import {redrawn} from "./redrawn.js";
import {slicePanel} from "./slicePanel.js";

/**
 * Every figure of the models page for the exam and the model a reader chooses; what is chosen is kept in the address.
 *
 * @param loadErrors fetches the tracks judged most wrongly; called when the reader asks for them
 */
export function examPanel({exams}: Pick<ModelsData, "exams">, loadErrors: () => Promise<ErrorsData>): HTMLElement {
  const state = modelsState({exams});
  const examNow = () => exams.find(({id}) => id === state.now.exam)!;
  const options = exams.map(({id, title}) => [id, title] as const);
  return html`<div>
    <div class="switches">
      ${choices("Exam", options, {value: state.now.exam, onChange: (exam) => state.set({exam})})}
      ${redrawn(state, ["exam"], () => modelSwitch(examNow(), state))}
    </div>
    ${redrawn(state, ["exam"], () => examFigures(examNow(), exams, state))}
    <h2>Where the models are most wrong</h2>
    ${errorBrowser(state, loadErrors)}
  </div>`;
}

function modelSwitch(exam: ExamResults, state: ModelsState): HTMLElement | null {
  const options = examined(exam).map(({id}) => [id, MODEL_LABELS[id]] as const);
  const chosen = chosenModel(exam, state.now.model);
  if (!chosen || options.length < 2) return null;
  return choices("Model", options, {value: chosen.id, onChange: (model) => state.set({model})});
}

function examFigures(exam: ExamResults, exams: readonly ExamResults[], state: ModelsState): HTMLElement {
  const {sentence, rows, hits} = exam;
  const {finding, details} = examWords(exam);
  const models = examined(exam);
  if (models.length === 0) {
    return html`<section>
      <h2>${finding}</h2>
      <p>${sentence}</p>
      ${refused(exam).map(({id, refusal}) => html`<p>${MODEL_LABELS[id]}: ${refusal}.</p>`)}
    </section>`;
  }
  const chosen = () => chosenModel(exam, state.now.model)!;
  const perModel = (draw: () => Node | null) => redrawn(state, ["model"], draw);
  return html`<section>
    <h2>${finding}</h2>
    <p>${details.join(" ")}</p>
    <p class="caveat">${sentence} ${rows.toLocaleString("en")} tracks, ${hits.toLocaleString("en")} of them hits.</p>
    ${metricsTable(exam)} ${pairedTable(models)} ${perModel(() => aucChart(models, chosen().id))}
    ${perModel(() => html`<div class="figures">${rankingCharts(exam, models, chosen())}</div>`)}
    <h2>Does a probability mean what it says?</h2>
    ${perModel(() => calibrationChart(chosen()))}
    <h2>Where to draw the line is a choice</h2>
    ${confusionPanel(exam, state)} ${titled("Hit, flop, or cannot tell", conformalPanel(exam, models, state))}
    ${titled("Which tracks are easy, which hard", slicePanel(exam, state))}
    ${perModel(() => forwardFigures(exam, exams, state))}
    ${titled("Where the models agree", agreementChart(exam.agreement))}
  </section>`;
}

/** A figure under its heading; neither where there is nothing to show. */
const titled = (title: string, figure: Node | null) => figure && [html`<h2>${title}</h2>`, figure];

/** How the chosen model did decade by decade, both ways of learning from the past; nothing in other exams. */
function forwardFigures(exam: ExamResults, exams: readonly ExamResults[], state: ModelsState): HTMLElement | null {
  const {id, parts} = chosenModel(exam, state.now.model)!;
  if (parts.length === 0) return null;
  return html`<div>
    <h2>From one decade to the next</h2>
    ${partsChart(exams, exam, id)} ${partsTable(parts)}
  </div>`;
}
