"""Peer of tests/bench/exams.ts: the fits of all exams in scikit-learn and XGBoost, two at a time, one thread each.

Reads jobs.json {names, rows, jobs: [{model, settings, columns, train: [from, to], test: [from, to]}]}, X.f32 (column by
column), y.u8 and rows.i32 (row numbers; `train` and `test` are places in it). Each job is fitted and asked once; prints
the seconds of each and of all together, as JSON.
"""

import json
import multiprocessing
import os
import pathlib
import sys
import time
import warnings

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
import sklearn
import xgboost
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import SplineTransformer, StandardScaler

SEED = 42
folder = pathlib.Path(sys.argv[1])
about = json.loads((folder / "jobs.json").read_text())
X = np.fromfile(folder / "X.f32", np.float32).reshape(len(about["names"]), about["rows"]).T
y = np.fromfile(folder / "y.u8", np.uint8)
places = np.fromfile(folder / "rows.i32", np.int32)


def known(*steps):
    """Missing values are their training column's median."""
    return make_pipeline(SimpleImputer(strategy="median"), *steps)


def logistic():
    return known(StandardScaler(), LogisticRegression(max_iter=1000))


def glassbox(knots, **_):
    """The penalty is chosen among three, by three folds within the training rows."""
    spline = SplineTransformer(n_knots=knots, knots="quantile")
    return known(StandardScaler(), spline, LogisticRegressionCV(Cs=[0.1, 1, 10], cv=3, max_iter=1000))


def forest(trees, minLeaf=1, rows=None, **_):
    """`rows` are those a tree sees; None: as many as there are, drawn with replacement."""
    return known(
        RandomForestClassifier(trees, min_samples_leaf=minLeaf, max_samples=rows, n_jobs=1, random_state=SEED)
    )


def mlp(hidden, epochs, batch, learningRate, validation, patience, **_):
    network = MLPClassifier(
        hidden,
        batch_size=batch,
        learning_rate_init=learningRate,
        max_iter=epochs,
        early_stopping=True,
        validation_fraction=validation,
        n_iter_no_change=patience,
        random_state=SEED,
    )
    return known(StandardScaler(), network)


def boosted(rounds, depth, learningRate, minChildWeight, subsample, columnSample, **rest):
    return xgboost.XGBClassifier(
        n_estimators=rounds,
        max_depth=depth,
        learning_rate=learningRate,
        reg_lambda=rest["lambda"],
        min_child_weight=minChildWeight,
        subsample=subsample,
        colsample_bytree=columnSample,
        tree_method="hist",
        n_jobs=1,
        random_state=SEED,
    )


MODELS = {
    "logistic": logistic,
    "glassbox": glassbox,
    "forest": forest,
    "sampledForest": forest,
    "mlp": mlp,
    "boosted": boosted,
}


def run(job):
    columns = [about["names"].index(name) for name in job["columns"]]
    train, test = (places[slice(*job[part])] for part in ("train", "test"))
    start = time.perf_counter()
    model = MODELS[job["model"]](**job["settings"]).fit(X[np.ix_(train, columns)], y[train])
    model.predict_proba(X[np.ix_(test, columns)])
    return time.perf_counter() - start


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=sklearn.exceptions.ConvergenceWarning)  # ten epochs are the site's own
    start = time.perf_counter()
    with multiprocessing.Pool(2) as pool:
        seconds = pool.map(run, about["jobs"], chunksize=1)
    wall = time.perf_counter() - start
    version = f"scikit-learn {sklearn.__version__}, XGBoost {xgboost.__version__}"
    print(json.dumps({"version": version, "seconds": seconds, "wallSeconds": wall}))
