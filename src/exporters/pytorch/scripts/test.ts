/** `test_model.py`. */
export const testText = `"""The model is the editor's: python test_model.py, or pytest."""

import json
from pathlib import Path

import torch

from data import channels_first
from model import Model, load_model
from training import listed

HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "model.json").read_text(encoding="utf-8"))


def test_layers_have_the_editors_parameters() -> None:
    state = Model().state_dict()
    for name, parameters, tensors in EXPECTED["layers"]:
        assert sum(state[tensor].numel() for tensor in tensors) == parameters, name
    assert sum(tensor.numel() for tensor in state.values()) == EXPECTED["parameters"]


def test_frozen_layers_are_not_trained() -> None:
    trained = {name for name, one in Model().named_parameters() if one.requires_grad}
    assert trained == set(EXPECTED["trained"])


def test_the_stored_sample_gets_the_editors_answer() -> None:
    path = HERE / "sample.json"
    if not path.exists():
        print("There is no stored sample: the model was exported without one.")
        return
    sample = json.loads(path.read_text(encoding="utf-8"))
    values = torch.tensor(sample["input"]["values"]).view(1, *sample["input"]["shape"])
    with torch.no_grad():
        outputs = listed(load_model()(channels_first(values)))
    first = outputs[0].movedim(1, -1) if outputs[0].dim() >= 4 else outputs[0]
    torch.testing.assert_close(
        first.flatten(), torch.tensor(sample["output"]), rtol=1e-5, atol=1e-5
    )


if __name__ == "__main__":
    for test in (
        test_layers_have_the_editors_parameters,
        test_frozen_layers_are_not_trained,
        test_the_stored_sample_gets_the_editors_answer,
    ):
        test()
        print(f"{test.__name__}: passed")
`;
