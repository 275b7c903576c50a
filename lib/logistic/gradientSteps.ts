import LogisticRegression, {type Features} from "ml-logistic-regression";
import {Matrix} from "ml-matrix";

/**
 * Weights after a number of gradient steps from zero, by ml-logistic-regression.
 *
 * The package's own entry trains every class against the rest, with the outcomes inverted; loading an untrained
 * classifier gives the one of two classes by itself, which trains once and takes 1 for 1.
 *
 * @param features columns of n values, the intercept's ones among them
 * @param target n × 1 outcomes, each 0 or 1
 * @param rate length of a step; the gradient is a sum over rows
 * @returns one weight a column
 */
export function gradientSteps(features: Features, target: Matrix, steps: number, rate: number): Float64Array {
  const untrained = {numSteps: steps, learningRate: rate, weights: null};
  const {classifiers} = LogisticRegression.load({
    name: "LogisticRegression",
    numberClasses: 1,
    classifiers: [untrained]
  });
  classifiers[0].train(features, target);
  return Float64Array.from(classifiers[0].weights.to1DArray());
}
