"""Scores of curves by scikit-learn, as src/data/scores/curves/curves.test.ts holds them.

    pip install scikit-learn && python e2e/scores/sklearn_curves.py > src/data/scores/curves/sklearn.json
"""

import json

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    mean_absolute_percentage_error,
    precision_recall_fscore_support,
    roc_auc_score,
)


def binary(name, scores, yes, threshold=0.5):
    so, sure = calibration_curve(yes, scores, n_bins=10, strategy="uniform")
    precision, recall, f1, _ = precision_recall_fscore_support(yes, scores > threshold, average="binary", zero_division=0)
    return {
        "name": name,
        "said": scores.tolist(),
        "right": yes.tolist(),
        "auc": roc_auc_score(yes, scores),
        "averagePrecision": average_precision_score(yes, scores),
        "so": so.tolist(),
        "sure": sure.tolist(),
        "threshold": threshold,
        "found": [precision, recall, f1],
    }


def several(name, said, right):
    classes = [label for label in range(said.shape[1]) if 0 < np.sum(right == label) < len(right)]
    return {
        "name": name,
        "said": said.tolist(),
        "right": right.tolist(),
        "auc": float(np.mean([roc_auc_score(right == label, said[:, label]) for label in classes])),
        "averagePrecision": float(np.mean([average_precision_score(right == label, said[:, label]) for label in classes])),
    }


def numbers(name, right, said):
    return {
        "name": name,
        "right": right.tolist(),
        "said": said.tolist(),
        "mape": mean_absolute_percentage_error(right, said),
    }


def rounded(values):
    return np.round(values, 3)


random = np.random.default_rng(15)
yes = (random.random(40) < 0.4).astype(int)
good = rounded(np.clip(0.45 * yes + 0.3 + 0.25 * random.normal(size=40), 0.001, 0.999))
three = random.integers(0, 3, 40)
said = np.eye(3)[three] * 0.9 + random.random((40, 3))
said = said / said.sum(axis=1, keepdims=True)
right = rounded(random.normal(size=20) * 3 + 20)

print(
    json.dumps(
        {
            "binary": [
                binary("well ranked", good, yes),
                binary("another threshold", good, yes, 0.7),
                binary("many equal", np.round(good * 5) / 5, yes, 0.55),
                binary("nothing known", np.full(40, 0.25), yes, 0.2),
                binary("the wrong way round", 1 - good, yes),
            ],
            "several": [
                several("three classes", said, three),
                several("a class that nowhere comes", np.c_[said, np.zeros(40)], three),
            ],
            "numbers": [numbers("near", right, rounded(right + random.normal(size=20)))],
        }
    )
)
