"""Models in the usual styles of PyTorch, written as ONNX by both of its exporters, with inputs and what they answer.

`python torchModels.py e2e/fixtures/onnx.bin` (needs torch, onnx and onnxscript): JSON by name, packed by gzip; weights and
inputs are random.
"""

import base64
import gzip
import json
import sys
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
import torch.nn.functional as F
from torch import nn

warnings.filterwarnings("ignore")


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, padding=2)
        self.conv2 = nn.Conv2d(6, 8, 5)
        self.fc1 = nn.Linear(200, 16)
        self.fc2 = nn.Linear(16, 12)
        self.fc3 = nn.Linear(12, 10)

    def forward(self, x):
        x = F.max_pool2d(torch.tanh(self.conv1(x)), 2)
        x = F.max_pool2d(torch.tanh(self.conv2(x)), 2)
        x = torch.flatten(x, 1)
        x = torch.relu(self.fc1(x))
        return self.fc3(torch.relu(self.fc2(x)))


class ViewNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(nn.Dropout(), nn.Linear(8 * 7 * 7, 5), nn.LogSoftmax(dim=1))

    def forward(self, x):
        x = self.features(x)
        return self.classifier(x.view(x.size(0), -1))


class BasicBlock(nn.Module):
    def __init__(self, inside, out, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inside, out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out)
        self.conv2 = nn.Conv2d(out, out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out)
        self.shortcut = nn.Sequential()
        if stride != 1 or inside != out:
            self.shortcut = nn.Sequential(nn.Conv2d(inside, out, 1, stride, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(out)) + self.shortcut(x))


class ResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 8, 7, 2, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(3, 2, 1)
        )
        self.layer1 = BasicBlock(8, 8, 1)
        self.layer2 = BasicBlock(8, 16, 2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(16, 4)

    def forward(self, x):
        x = self.layer2(self.layer1(self.stem(x)))
        return self.fc(torch.flatten(self.avgpool(x), 1))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1 = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU())
        self.down2 = nn.Sequential(nn.Conv2d(4, 8, 3, padding=1), nn.ReLU())
        self.up = nn.ConvTranspose2d(8, 4, 2, stride=2)
        self.conv = nn.Conv2d(8, 4, 3, padding=1)
        self.head = nn.Conv2d(4, 2, 1)

    def forward(self, x):
        one = self.down1(x)
        two = self.down2(F.max_pool2d(one, 2))
        x = torch.cat([self.up(two), one], dim=1)
        return self.head(F.relu(self.conv(x)))


class Classifier(nn.Module):
    def __init__(self, kind, both=False, last=True, inputs=5):
        super().__init__()
        self.rnn = kind(inputs, 6, batch_first=True, bidirectional=both)
        self.fc = nn.Linear(12 if both else 6, 3)
        self.last = last

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.fc(out[:, -1] if self.last else out)


class Texts(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 4)
        self.lstm = nn.LSTM(4, 6, batch_first=True)
        self.fc = nn.Linear(6, 2)

    def forward(self, x):
        _, (hidden, _) = self.lstm(self.embedding(x))
        return torch.softmax(self.fc(hidden[-1]), dim=1)


class Excitation(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.squeeze = nn.AdaptiveAvgPool2d(1)
        self.reduce = nn.Conv2d(8, 2, 1)
        self.expand = nn.Conv2d(2, 8, 1)
        self.fc = nn.Linear(8, 3)

    def forward(self, x):
        x = F.silu(self.conv(x))
        x = x * torch.sigmoid(self.expand(F.relu(self.reduce(self.squeeze(x)))))
        return self.fc(x.mean([2, 3]))


class Dense(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3, padding=1)
        self.conv2 = nn.Conv2d(7, 4, 3, padding=1)
        self.fc = nn.Linear(11 * 4 * 4, 3)

    def forward(self, x):
        x = torch.cat([x, F.relu(self.conv1(x))], 1)
        x = torch.cat([x, F.elu(self.conv2(x))], 1)
        return self.fc(F.avg_pool2d(x, 2).reshape(x.shape[0], -1))


class MobileBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(3, 8, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU6(),
            nn.Conv2d(8, 8, 3, 2, 1, groups=8, bias=False), nn.BatchNorm2d(8), nn.Hardswish(),
            nn.Conv2d(8, 4, 1, bias=False), nn.BatchNorm2d(4),
        )

    def forward(self, x):
        return self.net(x)


class Conv1(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv1d(4, 8, 3, padding=1), nn.BatchNorm1d(8), nn.PReLU(8), nn.MaxPool1d(2),
            nn.Conv1d(8, 8, 3, dilation=2, groups=2), nn.LeakyReLU(0.1), nn.AdaptiveAvgPool1d(1), nn.Flatten(),
            nn.Linear(8, 2), nn.Sigmoid(),
        )

    def forward(self, x):
        return self.net(x)


class Table(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(7, 16), nn.BatchNorm1d(16), nn.GELU(), nn.Dropout(0.3), nn.Linear(16, 8), nn.LayerNorm(8),
            nn.SELU(), nn.Linear(8, 1, bias=False),
        )

    def forward(self, x):
        return self.net((x - 0.5) / 2)


class Norms(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(3, 8, 3), nn.GroupNorm(2, 8), nn.Softplus(), nn.Upsample(scale_factor=2),
            nn.Conv2d(8, 4, 3, stride=2, padding=1), nn.InstanceNorm2d(4, affine=True), nn.Hardsigmoid(),
            nn.Upsample(scale_factor=2, mode="bilinear"), nn.AvgPool2d(3, 2, 1),
        )

    def forward(self, x):
        return self.net(x)


class TwoInputs(nn.Module):
    def __init__(self):
        super().__init__()
        self.picture = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveMaxPool2d(1), nn.Flatten())
        self.table = nn.Sequential(nn.Linear(5, 4), nn.ReLU())
        self.yes = nn.Linear(8, 1)
        self.kind = nn.Linear(8, 3)

    def forward(self, picture, table):
        x = torch.cat([self.picture(picture), self.table(table)], dim=1)
        return torch.sigmoid(self.yes(x)), self.kind(x)


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Conv2d(1, 4, 3, 2, 1), nn.ReLU(), nn.Conv2d(4, 8, 3, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 49, 6)
        )
        self.fc = nn.Linear(6, 8 * 49)
        self.decoder = nn.Sequential(
            nn.ConvTranspose2d(8, 4, 3, 2, 1, output_padding=1), nn.ReLU(),
            nn.ConvTranspose2d(4, 1, 3, 2, 1, output_padding=1), nn.Sigmoid(),
        )

    def forward(self, x):
        return self.decoder(self.fc(self.encoder(x)).view(-1, 8, 7, 7))


class Ceil(nn.Module):
    """As SqueezeNet has it."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, 2)
        self.squeeze = nn.Conv2d(8, 4, 1)
        self.left = nn.Conv2d(4, 6, 1)
        self.right = nn.Conv2d(4, 6, 3, padding=1)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv(x)), 3, 2, ceil_mode=True)
        x = F.relu(self.squeeze(x))
        return torch.cat([F.relu(self.left(x)), F.relu(self.right(x))], 1).mean((2, 3))


class Solid(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Conv3d(1, 3, 3, padding=1), nn.ReLU(), nn.MaxPool3d(2), nn.Flatten(), nn.Linear(3 * 64, 2))

    def forward(self, x):
        return self.net(x)


MODELS = {
    "lenet": (LeNet(), [(2, 1, 28, 28)]),
    "view": (ViewNet(), [(2, 3, 16, 16)]),
    "resnet": (ResNet(), [(2, 3, 32, 32)]),
    "unet": (UNet(), [(2, 1, 16, 16)]),
    "lstm": (Classifier(nn.LSTM), [(2, 7, 5)]),
    "gru": (Classifier(nn.GRU), [(2, 7, 5)]),
    "rnn": (Classifier(nn.RNN), [(2, 7, 5)]),
    "lstm-both": (Classifier(nn.LSTM, both=True, last=False), [(2, 7, 5)]),
    "texts": (Texts(), [(2, 9)]),
    "excitation": (Excitation(), [(2, 3, 12, 12)]),
    "dense": (Dense(), [(2, 3, 8, 8)]),
    "mobile": (MobileBlock(), [(2, 3, 9, 9)]),
    "conv1": (Conv1(), [(2, 4, 20)]),
    "table": (Table(), [(2, 7)]),
    "norms": (Norms(), [(2, 3, 10, 10)]),
    "two": (TwoInputs(), [(2, 3, 8, 8), (2, 5)]),
    "autoencoder": (Autoencoder(), [(2, 1, 28, 28)]),
    "ceil": (Ceil(), [(2, 3, 30, 30)]),
    "solid": (Solid(), [(2, 1, 8, 8, 8)]),
}


def shaken(model):
    """Weights and statistics that are not the first ones."""
    with torch.no_grad():
        for value in list(model.parameters()) + list(model.buffers()):
            if value.is_floating_point():
                value.add_(torch.rand_like(value) * 0.3)
    return model.eval()


def numbers(tensors):
    return [{"shape": list(each.shape), "values": [float(f"{value:.7g}") for value in each.flatten().tolist()]} for each in tensors]


def written(model, inputs, dynamo):
    names = [f"input_{at}" for at in range(len(inputs))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        if dynamo:
            axes = tuple({0: torch.export.Dim.DYNAMIC} for _ in inputs)
            torch.onnx.export(
                model, tuple(inputs), path, input_names=names, dynamo=True, dynamic_shapes=axes, external_data=False, verbose=False
            )
        else:
            axes = {each: {0: "batch"} for each in names}
            torch.onnx.export(model, tuple(inputs), path, input_names=names, dynamo=False, dynamic_axes=axes)
        loaded = onnx.load(path)
    # Where in a program each node was made is half of the file.
    for node in loaded.graph.node:
        del node.metadata_props[:]
    del loaded.graph.value_info[:]
    with torch.no_grad():
        answer = model(*inputs)
    outputs = answer if isinstance(answer, tuple) else (answer,)
    file = base64.b64encode(loaded.SerializeToString()).decode()
    return {"file": file, "inputs": numbers(inputs), "outputs": numbers(outputs)}


torch.manual_seed(1)
found = {}
for name, (model, shapes) in MODELS.items():
    shaken(model)
    inputs = [torch.randint(0, 20, shape) if name == "texts" else torch.round(torch.rand(shape), decimals=2) for shape in shapes]
    for dynamo in (True, False):
        found[f"{name}, {'torch.export' if dynamo else 'TorchScript'}"] = written(model, inputs, dynamo)
Path(sys.argv[1]).write_bytes(gzip.compress(json.dumps(found).encode(), 9, mtime=0))
print(f"{len(found)} models by torch {torch.__version__}")
