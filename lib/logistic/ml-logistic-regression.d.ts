// The package ships no types; these are the parts fitLogistic uses, as read in version 2.0.0.
declare module "ml-logistic-regression" {
  import type {Matrix} from "ml-matrix";

  /** All that training asks of the matrix of features. */
  export interface Features {
    readonly columns: number;
    mmul(weights: Matrix): {to1DArray(): ArrayLike<number>};
    transpose(): {mmul(residuals: Matrix): Matrix};
  }

  /** Logistic regression of a target in {0, 1}, by plain gradient steps from zero; the gradient is a sum over rows. */
  export interface TwoClasses {
    readonly weights: Matrix; // 1 × columns
    train(features: Features, target: Matrix): void;
  }

  export default class LogisticRegression {
    readonly classifiers: TwoClasses[];
    static load(model: {
      name: "LogisticRegression";
      numberClasses: number;
      classifiers: {numSteps: number; learningRate: number; weights: null}[];
    }): LogisticRegression;
  }
}
