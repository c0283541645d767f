"""Linear and logistic regression by scikit-learn, as src/data/scores/linear/linear.test.ts holds them.

    pip install scikit-learn && python e2e/scores/sklearn_linear.py > src/data/scores/linear/sklearn.json
"""

import json

import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression

random = np.random.default_rng(15)
values = np.round(random.normal(size=(60, 3)), 3)
noise = random.normal(size=60)
price = np.round(values @ [3.0, -1.0, 0.2] + 5 + 0.5 * noise, 3)
three = np.digitize(values @ [1.0, 0.5, -1.0] + 0.6 * noise, [-0.7, 0.7])
two = (three > 0).astype(int)


def logistic(labels):
    model = LogisticRegression(C=1.0, tol=1e-10, max_iter=10000).fit(values, labels)
    return {"labels": labels.tolist(), "said": model.predict_proba(values).tolist(), "accuracy": model.score(values, labels)}


linear = LinearRegression().fit(values, price)
print(
    json.dumps(
        {
            "values": values.flatten().tolist(),
            "price": price.tolist(),
            "priced": linear.predict(values).tolist(),
            "three": logistic(three),
            "two": logistic(two),
        }
    )
)
