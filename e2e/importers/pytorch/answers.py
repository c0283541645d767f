"""What PyTorch answers for the models in `models`: weights, inputs and outputs, packed for the tests.

python e2e/importers/pytorch/answers.py e2e/fixtures/pytorch.bin
"""

import base64
import gzip
import io
import json
import sys
import types
from pathlib import Path

import torch
from torch import nn


class Anything:
    """Stands for what the models' texts use and what says nothing of them: data, summaries."""

    def __getattr__(self, name):
        return Anything()

    def __call__(self, *args, **kwargs):
        return Anything()

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 1

    def __getitem__(self, at):
        raise IndexError


class Module(types.ModuleType):
    def __getattr__(self, name):
        return Anything()


for name in ["torchvision", "torchvision.datasets", "torchvision.transforms", "torchsummary"]:
    sys.modules[name] = Module(name)

shapes = {
    "lenet_module": [(2, 1, 32, 32)],
    "lenet_sequential": [(2, 1, 28, 28)],
    "lenet_ordered": [(2, 1, 32, 32)],
    "alexnet": [(1, 3, 127, 127)],
    "vgg": [(2, 3, 32, 32)],
    "resnet_basic": [(1, 3, 32, 32)],
    "resnet_bottleneck": [(2, 3, 48, 48)],
    "densenet_block": [(1, 1, 56, 56)],
    "inception": [(2, 1, 32, 32)],
    "mobilenet_v1": [(2, 3, 32, 32)],
    "mobilenet_v2": [(2, 3, 32, 32)],
    "unet": [(1, 3, 22, 22)],
    "unet_bilinear": [(1, 3, 16, 24)],
    "autoencoder": [(1, 1, 28, 28)],
    "lstm_classifier": [(3, 12, 7)],
    "bidirectional_lstm": [("words", 30, 2, 9)],
    "bidirectional_last": [(2, 6, 5)],
    "gru_last_state": [(2, 10, 4)],
    "rnn_sequence_first": [(2, 7, 4)],
    "embedding_mean": [("words", 40, 2, 11)],
    "squeeze_excitation": [(2, 3, 12, 10)],
    "dcgan_generator": [(2, 10, 1, 1)],
    "gan_discriminator": [(2, 1, 16, 16)],
    "gan_generator_dense": [(2, 6)],
    "mlp_quickstart": [(2, 1, 28, 28)],
    "mlp_lists": [(3, 5)],
    "textcnn": [("words", 50, 2, 14)],
    "textcnn_2d": [("words", 50, 2, 8)],
    "dueling": [(3, 6)],
    "cnn_1d": [(3, 2, 64)],
    "conv3d": [(1, 1, 4, 8, 8)],
    "norms": [(2, 3, 14, 14)],
    "lazy": [(1, 1, 28, 28)],
    "two_inputs": [("words", 20, 3, 1), ("words", 30, 3, 1)],
    "inherited": [(2, 3, 12, 12)],
    "seq2vec_states": [(2, 8, 3)],
    "shuffle_layers": [(1, 3, 39, 39)],
}


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{x:.7g}") for x in tensor.detach().double().flatten()]}


def answer(path):
    torch.manual_seed(1)
    names = {"__name__": "__main__", "summary": Anything(), "print": lambda *args: None}
    exec(compile(path.read_text(), str(path), "exec"), names)
    models = [value for value in names.values() if isinstance(value, nn.Module)]
    model = models[-1] if models else names["ResNet18"]()
    for key in ("model", "net", "netG"):
        model = names.get(key, model)
    inputs = [
        torch.randint(0, shape[1], shape[2:]) if shape[0] == "words" else torch.randint(-100, 101, shape) / 100
        for shape in shapes[path.stem]
    ]
    model.eval()
    model(*inputs)
    for module in model.modules():
        if hasattr(module, "running_mean") and module.running_mean is not None:
            module.running_mean.uniform_(-0.3, 0.3)
            module.running_var.uniform_(0.5, 1.5)
        if isinstance(module, (nn.BatchNorm2d, nn.BatchNorm1d, nn.GroupNorm, nn.LayerNorm, nn.InstanceNorm2d)):
            if module.weight is not None:
                nn.init.uniform_(module.weight, 0.5, 1.5)
                nn.init.uniform_(module.bias, -0.5, 0.5)
    # Half the numbers' bytes, and the same numbers on both sides.
    model.half().float()
    output = model(*inputs)
    halves = {key: each.half() if each.is_floating_point() else each for key, each in model.state_dict().items()}
    packed = io.BytesIO()
    torch.save(halves, packed)
    return {
        "weights": base64.b64encode(packed.getvalue()).decode(),
        "inputs": [numbers(each) for each in inputs],
        "output": numbers(output),
        "parameters": sum(each.numel() for each in model.parameters()),
    }


if __name__ == "__main__":
    here = Path(__file__).parent / "models"
    answers = {path.stem: answer(path) for path in sorted(here.glob("*.py"))}
    Path(sys.argv[1]).write_bytes(gzip.compress(json.dumps(answers).encode(), mtime=0))
    print(len(answers))
