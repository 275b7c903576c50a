import {execFileSync} from "node:child_process";

/** The Python that Debian's xgboost is installed for. */
export const PYTHON = "/usr/bin/python3";

/** Whether the peer can be measured; says so where it cannot. */
export function hasXgboost(bench: string): boolean {
  try {
    execFileSync(PYTHON, ["-c", "import xgboost"], {stdio: "ignore"});
    return true;
  } catch {
    console.warn(`${bench}: ${PYTHON} has no xgboost; measuring ours alone`);
    return false;
  }
}
