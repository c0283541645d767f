"""Permutation importance by scikit-learn, as src/data/scores/importance.test.ts holds it.

    pip install scikit-learn && python e2e/scores/sklearn_importance.py > src/data/scores/sklearnImportance.json
"""

import json

import numpy as np
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression

random = np.random.default_rng(15)
values = np.round(random.normal(size=(80, 4)), 3)
values[:, 3] = np.round(values[:, 0] + 0.1 * random.normal(size=80), 3)
right = np.round(3 * values[:, 0] - values[:, 1] + 0.3 * random.normal(size=80), 3)
model = LinearRegression().fit(values, right)
found = permutation_importance(model, values, right, n_repeats=2000, random_state=0)
print(
    json.dumps(
        {
            "values": values.flatten().tolist(),
            "right": right.tolist(),
            "weights": model.coef_.tolist(),
            "bias": model.intercept_,
            "score": model.score(values, right),
            "mean": found.importances_mean.tolist(),
            "deviation": found.importances_std.tolist(),
        }
    )
)
