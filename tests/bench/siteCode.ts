// What the bench of the site runs in its pages: the code they are made of.
export {decodeTrees} from "../../lib/trees/decodeTrees.js";
export {treeExplainer} from "../../lib/shap/treeExplainer.js";
export {treeInteractions} from "../../lib/shap/treeInteractions.js";
