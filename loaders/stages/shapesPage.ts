import {takeRows} from "../../lib/columns.js";
import type {GlassboxFit} from "../../lib/glassbox/fitGlassbox.js";
import {shapeCurves} from "../../lib/glassbox/shapeCurves.js";
import type {ShapesData} from "../../lib/wire/ShapesData.js";
import {defineStage} from "../store/stage.js";
import {roundNumbers} from "./roundNumbers.js";
import type {Table} from "./table.js";

/** The glassbox's curves as they are drawn, numbers to five digits. */
export default defineStage(({table: {X, clean}, glassbox}: {table: Table; glassbox: GlassboxFit}): ShapesData =>
  roundNumbers(shapeCurves(glassbox, takeRows(X, clean)), 5)
);
