import {takeRows, takeValues} from "../../lib/columns.js";
import {fitGlassbox, type GlassboxFit, type GlassboxOptions} from "../../lib/glassbox/fitGlassbox.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** The glassbox the pages use, fitted to all clean tracks, and how sure it is of its curves. */
export default defineStage(({table: {X, label, clean}}: {table: Table}, options: GlassboxOptions): GlassboxFit =>
  fitGlassbox(takeRows(X, clean), takeValues(label, clean), options)
);
