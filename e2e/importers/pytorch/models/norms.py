import torch
from torch import nn


class Norms(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, stride=2, padding=1)
        self.gn = nn.GroupNorm(2, 8)
        self.act = nn.PReLU(8)
        self.inst = nn.InstanceNorm2d(8, affine=True)
        self.plain = nn.InstanceNorm2d(8)
        self.pool = nn.AdaptiveMaxPool2d(2)
        self.proj = nn.Linear(32, 6)
        self.ln = nn.LayerNorm(6)
        self.soft = nn.Softplus()
        self.bn = nn.BatchNorm1d(6, affine=False)
        self.out = nn.Linear(6, 2)

    def forward(self, x):
        x = self.act(self.gn(self.stem(x)))
        x = self.plain(torch.sigmoid(self.inst(x)))
        x = self.proj(self.pool(x).flatten(1))
        return self.out(self.bn(self.soft(self.ln(x))))


model = Norms()
model(torch.randn(2, 3, 14, 14))
