import { layerNames } from '../../../compile/layerNames';
import type { Plan } from '../../../compile/plan';
import { fixedBatch } from '../../../compile/stateful';
import { startsWith } from '../model/modelFile';

/** `expected.json`: name, shape and parameters of every layer as the editor shows them. */
export function expectedText(plan: Plan): string {
  const names = layerNames(plan.steps);
  const batch = fixedBatch(plan);
  const rows = plan.steps.map(({ name, shape, parameters }) =>
    JSON.stringify([names.get(name), [batch, ...shape], parameters]),
  );
  return `{\n "parameters": ${plan.totals.parameters},\n "layers": [\n  ${rows.join(',\n  ')}\n ]\n}\n`;
}

/** `test_model.py`: runs by itself and under pytest. */
export function testFile(plan: Plan): string {
  const weights = startsWith(plan) === null ? '' : 'weights=None';
  return `"""Is it the editor's model? Run: python test_model.py"""

import json
import pathlib

import numpy

from model import build_model

HERE = pathlib.Path(__file__).parent
WEIGHTS = HERE / "weights" / "model.weights.h5"
SAMPLE = HERE / "sample.npz"


def test_layers():
    """Names, shapes and parameters of all layers are those of the editor."""
    expected = json.loads((HERE / "expected.json").read_text("utf-8"))
    model = build_model(${weights})
    found = {
        layer.name: (list(layer.output.shape), layer.count_params())
        for layer in model.layers
    }
    wanted = {name: (shape, count) for name, shape, count in expected["layers"]}
    assert found == wanted
    assert model.count_params() == expected["parameters"]


def test_sample():
    """The stored sample gives the editor's answer within 0.00001."""
    if not (SAMPLE.exists() and WEIGHTS.exists()):
        print("There is no stored sample with the weights that answered it.")
        return
    model = build_model(${weights})
    model.load_weights(WEIGHTS)
    with numpy.load(SAMPLE) as file:
        answer = model.predict(file["input"][None], verbose=0)[0]
        numpy.testing.assert_allclose(answer, file["output"], rtol=1e-5, atol=1e-5)


if __name__ == "__main__":
    test_layers()
    test_sample()
    print("The model is the editor's.")
`;
}
