import type {Refused} from "../../lib/wire/ModelsData.js";

/** Whether a model sat its exam, and so whether there is anything but the reason why not. */
export const isExamined = <T extends object>(evaluation: T | Refused): evaluation is T => !("refusal" in evaluation);
