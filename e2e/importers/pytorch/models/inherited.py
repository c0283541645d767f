import torch
import torch.nn as nn
import torch.nn.functional as F


class Base(nn.Module):
    def __init__(self, channels, **kwargs):
        super().__init__()
        self.channels = channels
        self.stem = self.make_stem(**kwargs)

    def make_stem(self, kernel=3):
        return nn.Conv2d(3, self.channels, kernel, padding=kernel // 2)

    @property
    def width(self):
        return self.channels * 2

    @staticmethod
    def activate(x):
        return F.leaky_relu(x, negative_slope=0.1)

    def features(self, x):
        return self.activate(self.stem(x))

    def forward(self, x):
        raise NotImplementedError


class Child(Base):
    def __init__(self, classes=4):
        super().__init__(5, kernel=5)
        self.pad = nn.ZeroPad2d((1, 0, 2, 1))
        for i in range(2):
            setattr(self, f'conv{i}', nn.Conv2d(5 if i == 0 else self.width, self.width, 3, dilation=1 + i))
        self.classifier = nn.Linear(self.width, classes)

    def forward(self, x):
        x = self.pad(self.features(x))
        for i in range(2):
            x = torch.tanh(getattr(self, f'conv{i}')(x)) * 0.5 + 1
        x = torch.mean(x, dim=[2, 3])
        return 1 - F.softmax(self.classifier(x), dim=1)


model = Child()
model(torch.randn(2, 3, 12, 12))
