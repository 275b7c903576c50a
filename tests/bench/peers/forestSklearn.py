"""Peer of tests/bench/forest.ts: scikit-learn's RandomForestClassifier on one thread, on the split in a folder.

Reads about.json {names, train, test, trees, seed} and train.f32, test.f32 (column by column), train.u8 (labels);
missing values become their training column's median, as this scikit-learn has no way with them. Prints the CPU
seconds of fit alone and the test probabilities as JSON.
"""

import json
import pathlib
import sys
import time

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier

folder = pathlib.Path(sys.argv[1])
about = json.loads((folder / "about.json").read_text())


def matrix(part):
    return np.fromfile(folder / f"{part}.f32", np.float32).reshape(len(about["names"]), about[part]).T


train, test = matrix("train"), matrix("test")
medians = np.nanmedian(train, axis=0)
train, test = (np.ascontiguousarray(np.where(np.isnan(X), medians, X)) for X in (train, test))
y = np.fromfile(folder / "train.u8", np.uint8)
forest = RandomForestClassifier(about["trees"], n_jobs=1, random_state=about["seed"])
start = time.process_time()
forest.fit(train, y)
seconds = time.process_time() - start
p = forest.predict_proba(test)[:, 1]
print(json.dumps({"version": sklearn.__version__, "cpuSeconds": seconds, "p": [float(value) for value in p]}))
