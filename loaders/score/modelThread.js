// What a worker thread starts with: threads do not inherit the loader of TypeScript, so it is registered here.
import {register} from "tsx/esm/api";

register();
const {default: askModel} = await import("./modelWorker.ts");

export default askModel;
