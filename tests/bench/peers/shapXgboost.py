"""Peer of tests/bench/shap.ts: trains 600 rounds of depth 7 on the rows in a folder, then times pred_contribs and
pred_interactions.

Reads rows.json {rows, features, train, batches, pairRows}, X.f32 (row by row) and y.u8; the rows past `train` are
explained, the first `pairRows` of them with interactions.
Writes model.json, contribs.f32 (of the largest batch) and interactions.f32; prints the processor's seconds for each, as JSON.
"""

import json
import sys
import time

import numpy as np
import xgboost as xgb

folder = sys.argv[1]
with open(f"{folder}/rows.json") as file:
    about = json.load(file)
names = about["features"]
X = np.fromfile(f"{folder}/X.f32", dtype="<f4").reshape(about["rows"], len(names))
y = np.fromfile(f"{folder}/y.u8", dtype=np.uint8)
train = about["train"]
params = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "max_depth": 7,
    "eta": 0.05,
    "min_child_weight": 5,
    "lambda": 1,
    "subsample": 0.8,
    "colsample_bytree": 0.8,
    "seed": 1,
    "nthread": 1,
}
booster = xgb.train(params, xgb.DMatrix(X[:train], label=y[:train], feature_names=names), 600)
booster.save_model(f"{folder}/model.json")
seconds = []
for n in about["batches"]:
    batch = xgb.DMatrix(X[train : train + n], feature_names=names, nthread=1)
    start = time.process_time()
    contribs = booster.predict(batch, pred_contribs=True)
    seconds.append(time.process_time() - start)
    contribs.astype("<f4").tofile(f"{folder}/contribs.f32")
batch = xgb.DMatrix(X[train : train + about["pairRows"]], feature_names=names, nthread=1)
start = time.process_time()
interactions = booster.predict(batch, pred_interactions=True)
pair_seconds = time.process_time() - start
interactions.astype("<f4").tofile(f"{folder}/interactions.f32")
print(json.dumps({"version": xgb.__version__, "seconds": seconds, "pairSeconds": pair_seconds}))
