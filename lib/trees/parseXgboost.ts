import {readXgboost} from "./readXgboost.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Reads the bytes of an XGBoost model file, which must be JSON.
 *
 * @param bytes a whole file, as `Booster.save_model("model.json")` writes it
 * @throws RangeError if they are UBJSON, compressed, no UTF-8 or no JSON, or for anything that readXgboost refuses
 */
export function parseXgboost(bytes: Uint8Array): TreeEnsemble {
  const refuse = (got: string): never => {
    throw new RangeError(`parseXgboost requires a model saved as JSON; got ${got}`);
  };
  if (bytes.length === 0) refuse("an empty file");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) refuse("gzip: decompress it first");
  // A UBJSON object goes on with the type of its first key's length; a JSON object with a key, a space or its end.
  if (bytes[0] === 0x7b && /[UiIlL$#]/.test(String.fromCharCode(bytes[1]))) {
    refuse('UBJSON: save it with Booster.save_model("model.json")');
  }
  let text = "";
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    refuse('binary data: save it with Booster.save_model("model.json")');
  }
  let model: unknown;
  try {
    // XGBoost writes NaN as it is, in categorical splits; as null it is refused by name.
    model = JSON.parse(text.replace(/(?<=[[,:])-?(?:NaN|Infinity)(?=[,\]}])/g, "null"));
  } catch (error) {
    refuse(`no JSON: ${(error as Error).message}`);
  }
  return readXgboost(model);
}
