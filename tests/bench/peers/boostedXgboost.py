"""Peer of tests/bench/boosted.ts: XGBoost's hist method on one thread, on the split in a folder.

Reads about.json {names, train, test, params, rounds} and train.f32, test.f32 (column by column), train.u8 (labels);
prints the CPU seconds of xgb.train alone and the test probabilities as JSON.
"""
import json
import pathlib
import sys
import time

import numpy as np
import xgboost as xgb

folder = pathlib.Path(sys.argv[1])
about = json.loads((folder / "about.json").read_text())


def matrix(part, label=None):
    values = np.fromfile(folder / f"{part}.f32", np.float32).reshape(len(about["names"]), about[part]).T
    return xgb.DMatrix(values, label, feature_names=about["names"], nthread=1)


train = matrix("train", np.fromfile(folder / "train.u8", np.uint8))
start = time.process_time()
booster = xgb.train(about["params"], train, about["rounds"])
seconds = time.process_time() - start
p = booster.predict(matrix("test"))
print(json.dumps({"version": xgb.__version__, "cpuSeconds": seconds, "p": [float(value) for value in p]}))
