/**
 * Names the XGBoost models that other parts of this project would misread, before their shape is checked.
 *
 * @param model parsed JSON, of any shape: what is not there is left to the schema
 * @throws RangeError naming the booster, objective or kind of model that is not supported
 */
export function refuseUnsupported(model: unknown): void {
  const booster = at(model, "learner", "gradient_booster", "name");
  if (booster !== undefined && booster !== "gbtree") refuse("the booster gbtree", `the booster ${text(booster)}`);
  const objective = at(model, "learner", "objective", "name");
  if (objective !== "binary:logistic") refuse("the objective binary:logistic", `the objective ${text(objective)}`);
  const classes = Number(at(model, "learner", "learner_model_param", "num_class") ?? 0);
  if (classes > 1) refuse("two classes", `a multi-class model (num_class ${classes})`);
  const targets = Number(at(model, "learner", "learner_model_param", "num_target") ?? 1);
  if (targets > 1) refuse("one target", `a multi-target model (num_target ${targets})`);
  const leaf = Number(at(model, "learner", "gradient_booster", "model", "gbtree_model_param", "size_leaf_vector") ?? 0);
  if (leaf > 1) refuse("one number a leaf", `vector leaves (size_leaf_vector ${leaf})`);
  const trees = at(model, "learner", "gradient_booster", "model", "trees");
  for (const [t, tree] of Array.isArray(trees) ? trees.entries() : []) {
    const kinds = at(tree, "split_type"); // since XGBoost 1.3: 0 numeric, 1 categorical
    const node = Array.isArray(kinds) ? kinds.findIndex((kind) => kind !== 0) : -1;
    if (node >= 0) {
      refuse("numeric splits", `a categorical split at node ${node} in learner.gradient_booster.model.trees[${t}]`);
    }
  }
}

function refuse(need: string, got: string): never {
  throw new RangeError(`readXgboost requires ${need}; got ${got}`);
}

function at(value: unknown, ...path: string[]): unknown {
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "none" : JSON.stringify(value);
}
