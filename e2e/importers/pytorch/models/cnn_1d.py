import torch
from torch import nn


class ECGNet(nn.Module):
    def __init__(self, channels=2, classes=3):
        super().__init__()
        self.net = nn.Sequential()
        for i, (c_in, c_out, k) in enumerate([(channels, 4, 7), (4, 6, 5), (6, 8, 3)]):
            self.net.add_module(f'conv{i + 1}', nn.Conv1d(c_in, c_out, k, padding=k // 2))
            self.net.add_module(f'bn{i + 1}', nn.BatchNorm1d(c_out))
            self.net.add_module(f'act{i + 1}', nn.LeakyReLU())
            self.net.add_module(f'pool{i + 1}', nn.MaxPool1d(2))
        self.fc = nn.Linear(8 * 8, classes)
        self.drop = nn.Dropout1d(0.1)

    def forward(self, x):
        x = self.net(x)
        x = torch.flatten(self.drop(x), start_dim=1)
        return self.fc(x)


model = ECGNet()
model(torch.randn(3, 2, 64))
