"""Compares exported PyTorch models with DeepBrick's engine: one case per line in, one answer per line out."""

import base64
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from rounding import spreads
from safetensors.torch import load

torch.set_num_threads(2)
folder = Path(tempfile.mkdtemp())
sys.path.insert(0, str(folder))
sys.dont_write_bytecode = True
OWN = "model", "layers", "initializers", "settings", "data", "losses", "metrics", "optimizers", "schedule", "training", "train"


def numbers(packed):
    values = np.frombuffer(base64.b64decode(packed["base64"]), dtype="<f4")
    return torch.from_numpy(values.copy()), packed["shape"]


def distance(ours, theirs):
    """Relative or absolute, whichever is smaller."""
    if ours.numel() == 0:
        return 0.0
    gap = (ours.double() - theirs.double()).abs()
    scale = torch.maximum(ours.double().abs(), theirs.double().abs()).clamp_min(1.0)
    result = gap / scale
    same = (torch.isnan(ours) & torch.isnan(theirs)) | (ours == theirs)
    return float(torch.where(same, torch.zeros_like(result), result).nan_to_num(1e30, 1e30).max())


def first(x):
    return x.movedim(-1, 1) if x.dim() >= 4 else x


def last(x):
    return x.movedim(1, -1) if x.dim() >= 4 else x


def build(case):
    for module in OWN:
        sys.modules.pop(module, None)
    for name, text in case["files"].items():
        (folder / name).write_text(text)
    (folder / "weights.safetensors").write_bytes(base64.b64decode(case["weights"]))
    import model

    return model


def run(network, inputs):
    given = network(*inputs)
    return list(given) if isinstance(given, tuple) else [given]


def loaded(model, move):
    """The model with its weights, moved by rounding in double precision where that is asked for."""
    network = model.load_model()
    if move is not None:
        network = network.double()
        with torch.no_grad():
            for one in [*network.parameters(), *network.buffers()]:
                one.copy_(move(one))
    return network


def gradients(model, case, inputs, move=None):
    """What one look in training mode leaves: gradients of what is trained, values of the rest."""
    network = loaded(model, move)
    if move is not None:
        inputs = [move(x.double()) for x in inputs]
    kind = inputs[0].dtype
    network.train(case["training"])
    loss = torch.zeros((), dtype=kind)
    for factors, output in zip(case["factors"], run(network, inputs), strict=True):
        values, shape = numbers(factors)
        loss = loss + (last(output) * values.view(shape).to(kind)).sum()
    state = dict(network.named_parameters())
    for name, l1, l2 in case["penalties"]:
        loss = loss + l1 * state[name].abs().sum() + l2 * state[name].square().sum()
    for part in network.modules():
        if type(part).__name__ == "ActivityPenalty":
            loss = loss + part.penalty
    if loss.requires_grad:
        loss.backward()
    after = network.state_dict()
    return {
        name: (torch.zeros_like(one) if state[name].grad is None else state[name].grad)
        if name in case["trained"]
        else one
        for name, one in after.items()
    }


def step(model, fit, move=None):
    """The loss of a batch, and all weights after one step of the optimizer, by the project's own code."""
    import data
    import settings
    import train
    import training

    arrays = {}
    for name, packed in fit["arrays"].items():
        values, shape = numbers(packed)
        arrays[name] = values.view(shape).numpy()
    if "labels" in arrays:
        arrays["labels"] = arrays["labels"].astype(np.int64)
    count = len(arrays[settings.ARRAYS[0]])
    samples = data.Samples(arrays, {"training": list(range(count)), "validation": [], "test": []})
    inputs, targets, weights = samples.batch(list(range(count)), training=True)
    network = loaded(model, move)
    if move is not None:
        words = settings.VOCABULARY
        inputs = [x.double() if known else move(x.double()) for x, known in zip(inputs, words, strict=True)]
        targets = [y.double() for y in targets]
        weights = None if weights is None else weights.double()
    optimizer = train.optimizer_for(network, settings.LEARNING_RATE)
    loss, _ = training.train_batch(network, optimizer, inputs, targets, weights)
    return {"loss": loss.detach().view(1), **network.state_dict()}


class Comparison:
    """Gaps by kind; one beyond what is allowed is judged by what rounding moves PyTorch itself."""

    def __init__(self, answer):
        self.answer = answer

    def compare(self, kind, allowed, ours, theirs, again):
        gaps = {name: distance(one, theirs[name]) for name, one in ours.items()}
        far = {name: gap for name, gap in gaps.items() if gap > allowed}
        moved = spreads(again, distance) if far else {}
        for name, gap in far.items():
            if gap <= allowed + 4 * moved[name]:
                where = f"{kind} of {name}"
                self.answer["excused"].append({"where": where, "gap": gap, "moved": moved[name]})
                gaps[name] = 0.0
            else:
                self.answer["problems"].append(f"{kind} of {name} {gap:.1e} (rounding moves it {moved[name]:.1e})")
        if gaps:
            self.answer[kind] = max(gaps.values())


def forward(model, inputs, move=None):
    network = loaded(model, move)
    if move is not None:
        inputs = [move(x.double()) for x in inputs]
    with torch.no_grad():
        return {str(at): last(x) for at, x in enumerate(run(network, inputs))}


def check(case):
    answer = {"name": case["name"], "group": case["group"], "problems": [], "excused": []}
    for reason in ("refused", "failed"):
        if reason in case:
            return {**answer, reason: case[reason]}
    model = build(case)
    fresh = model.Model()
    count = sum(p.numel() for p in [*fresh.parameters(), *fresh.buffers()])
    if count != case["parameters"]:
        answer["problems"].append(f"parameters: {count}, not {case['parameters']}")
    trained = {name for name, one in fresh.named_parameters() if one.requires_grad}
    if trained != set(case["trained"]):
        answer["problems"].append(f"trained are {sorted(trained)}, not {sorted(case['trained'])}")
    inputs = []
    for packed in case["inputs"]:
        values, shape = numbers(packed)
        inputs.append(first(values.view(shape)))
    outputs = forward(model, inputs)
    ours, thinned = {}, {}
    for at, packed in enumerate(case["outputs"]):
        values, shape = numbers(packed)
        if list(outputs[str(at)].shape) != shape:
            answer["problems"].append(f"shape {list(outputs[str(at)].shape)}, not {shape}")
            return answer
        ours[str(at)], thinned[str(at)] = values, packed["every"]

    def thin(values):
        return {name: one.reshape(-1)[:: thinned[name]] for name, one in values.items()}

    comparison = Comparison(answer)
    comparison.compare("forward", 1e-5, ours, thin(outputs), lambda move: thin(forward(model, inputs, move)))
    if not case.get("forwardOnly"):
        wanted = load(base64.b64decode(case["wanted"]))
        theirs = gradients(model, case, inputs)
        comparison.compare("gradient", 1e-4, wanted, theirs, lambda move: gradients(model, case, inputs, move))
    fit = case.get("fit")
    if fit is not None and case["trained"]:
        values, _ = numbers(fit["loss"])
        after = {"loss": values, **load(base64.b64decode(fit["wanted"]))}
        comparison.compare("step", 1e-4, after, step(model, fit), lambda move: step(model, fit, move))
    return answer


for line in sys.stdin:
    case = json.loads(line)
    try:
        answer = check(case)
    except (Exception, SystemExit) as error:  # One broken case must not hide the others.
        import traceback

        trace = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(trace.filename).name}:{trace.lineno} {trace.line}"
        said = f"{type(error).__name__}: {error} at {where}"[:600]
        answer = {"name": case["name"], "group": case["group"], "problems": [said], "excused": []}
    print(json.dumps(answer), flush=True)
