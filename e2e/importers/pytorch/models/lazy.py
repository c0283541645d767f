import torch
from torch import nn

net = nn.Sequential(
    nn.LazyConv2d(6, kernel_size=5, padding=2), nn.ReLU(),
    nn.AvgPool2d(kernel_size=2, stride=2),
    nn.LazyConv2d(8, kernel_size=5), nn.LazyBatchNorm2d(), nn.ReLU(),
    nn.AvgPool2d(kernel_size=2, stride=2),
    nn.Flatten(),
    nn.LazyLinear(12), nn.ReLU(),
    nn.LazyLinear(10))
net(torch.rand(1, 1, 28, 28))
