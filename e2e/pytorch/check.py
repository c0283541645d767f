"""Compares exported PyTorch models with DeepBrick's engine: one case per line in, one answer per line out."""

import base64
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load

torch.set_num_threads(2)
folder = Path(tempfile.mkdtemp())
sys.path.insert(0, str(folder))
sys.dont_write_bytecode = True


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
    same = torch.isnan(ours) & torch.isnan(theirs)
    return float(torch.where(same, torch.zeros_like(result), result).nan_to_num(1e30, 1e30).max())


def first(x):
    return x.movedim(-1, 1) if x.dim() >= 4 else x


def last(x):
    return x.movedim(1, -1) if x.dim() >= 4 else x


def build(case):
    for module in ("model", "layers", "initializers"):
        sys.modules.pop(module, None)
    for name, text in case["files"].items():
        (folder / name).write_text(text)
    (folder / "weights.safetensors").write_bytes(base64.b64decode(case["weights"]))
    import model

    return model


def run(network, inputs):
    given = network(*inputs)
    return list(given) if isinstance(given, tuple) else [given]


def check(case):
    answer = {"name": case["name"], "group": case["group"], "problems": []}
    for reason in ("refused", "failed"):
        if reason in case:
            return {**answer, reason: case[reason]}
    model = build(case)
    fresh = model.Model()
    count = sum(p.numel() for p in [*fresh.parameters(), *fresh.buffers()])
    if count != case["parameters"]:
        answer["problems"].append(f"parameters: {count}, not {case['parameters']}")
    network = model.load_model()
    inputs = []
    for packed in case["inputs"]:
        values, shape = numbers(packed)
        inputs.append(first(values.view(shape)))
    with torch.no_grad():
        outputs = [last(x) for x in run(network, inputs)]
    gaps = []
    for ours, theirs in zip(case["outputs"], outputs, strict=True):
        values, shape = numbers(ours)
        if list(theirs.shape) != shape:
            answer["problems"].append(f"shape {list(theirs.shape)}, not {shape}")
            return answer
        gaps.append(distance(values, theirs.reshape(-1)[:: ours["every"]].float()))
    answer["forward"] = max(gaps)
    if answer["forward"] > 1e-5:
        answer["problems"].append(f"forward {answer['forward']:.1e}")
    network.train(case["training"])
    network.zero_grad()
    loss = torch.zeros(())
    for factors, output in zip(case["factors"], run(network, inputs), strict=True):
        values, shape = numbers(factors)
        loss = loss + (last(output) * values.view(shape)).sum()
    state = dict(network.named_parameters())
    for name, l1, l2 in case["penalties"]:
        loss = loss + l1 * state[name].abs().sum() + l2 * state[name].square().sum()
    for part in network.modules():
        if type(part).__name__ == "ActivityPenalty":
            loss = loss + part.penalty
    if loss.requires_grad:
        loss.backward()
    wanted = load(base64.b64decode(case["wanted"]))
    after = network.state_dict()
    largest = 0.0
    for name, ours in wanted.items():
        if name in case["trained"]:
            grad = state[name].grad
            theirs = torch.zeros_like(ours) if grad is None else grad
            if not state[name].requires_grad:
                answer["problems"].append(f"{name} is frozen")
        else:
            theirs = after[name]
            if name in state and state[name].requires_grad:
                answer["problems"].append(f"{name} is not frozen")
        gap = distance(ours, theirs)
        largest = max(largest, gap)
        if gap > 1e-4:
            answer["problems"].append(f"gradient of {name} {gap:.1e}")
    if wanted:
        answer["gradient"] = largest
    return answer


for line in sys.stdin:
    case = json.loads(line)
    try:
        answer = check(case)
    except Exception as error:
        import traceback

        trace = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(trace.filename).name}:{trace.lineno} {trace.line}"
        answer = {"name": case["name"], "group": case["group"], "problems": [f"{type(error).__name__}: {error} at {where}"[:600]]}
    print(json.dumps(answer), flush=True)
