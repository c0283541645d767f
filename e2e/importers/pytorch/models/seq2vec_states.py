import torch
from torch import nn


class Forecaster(nn.Module):
    def __init__(self, features=3, hidden=6, horizon=2):
        super().__init__()
        self.lstm = nn.LSTM(input_size=features, hidden_size=hidden, num_layers=2, batch_first=True, dropout=0.1)
        self.head = nn.Sequential(nn.Linear(hidden, hidden), nn.Tanh(), nn.Linear(hidden, horizon))

    def forward(self, x):
        _, (h_n, c_n) = self.lstm(x)
        return self.head(h_n[-1])


model = Forecaster()
x = torch.randn(2, 8, 3)
model(x)
