import {z} from "zod";

// XGBoost writes its parameters as text ("7"); other writers may not.
const count = z.union([z.string().regex(/^\d+$/), z.int().min(0)]).transform(Number);
const numbers = z.array(z.number());
const integers = z.array(z.int());

const tree = z.object({
  tree_param: z.object({num_nodes: count, size_leaf_vector: count.default(0)}),
  left_children: integers,
  right_children: integers,
  split_indices: integers,
  split_conditions: numbers,
  default_left: z.union([z.array(z.boolean()), integers]), // booleans before XGBoost 1.4
  loss_changes: numbers,
  sum_hessian: numbers
});

/** One tree of a model file, its shape checked. */
export type XgboostTree = z.infer<typeof tree>;

/**
 * The part of an XGBoost model file that prediction and explanation need; anything else is ignored.
 *
 * @see https://xgboost.readthedocs.io/en/release_1.7.0/tutorials/saving_model.html
 */
export const xgboostSchema = z.object({
  learner: z.object({
    feature_names: z.array(z.string()).default([]),
    gradient_booster: z.object({
      model: z.object({
        gbtree_model_param: z.object({num_trees: count, size_leaf_vector: count.default(0)}),
        tree_info: integers,
        trees: z.array(tree)
      })
    }),
    learner_model_param: z.object({base_score: z.union([z.string(), z.number()]), num_feature: count})
  })
});
