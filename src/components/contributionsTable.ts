import type {TableData} from "./dataTable.js";
import type {PredictionDocument} from "./predictionDocument.js";

/** A row a feature: its value, what it contributes, and what all rows share. */
export function contributionsTable({data, model, values, explanation}: PredictionDocument): TableData {
  const {base, phi, prediction, space} = explanation;
  const shared = [explanation.model, space, base, prediction, data.hash, model.hash];
  return {
    columns: [
      ...["feature", "label", "value", "unit", "shown", "contribution"],
      ...["model", "space", "base", "prediction", "data_hash", "model_hash"]
    ],
    rows: values.map(({feature, label, value, unit, shown}, j) => [
      feature,
      label,
      value,
      unit,
      shown,
      phi[j],
      ...shared
    ])
  };
}
