import torch
from torch import nn


class GRUNet(nn.Module):
    def __init__(self, input_dim, hidden_dim, output_dim, n_layers=1):
        super(GRUNet, self).__init__()
        self.gru = nn.GRU(input_dim, hidden_dim, n_layers, batch_first=True)
        self.fc = nn.Linear(hidden_dim, output_dim)
        self.relu = nn.ReLU()

    def forward(self, x):
        out, h = self.gru(x)
        out = self.fc(self.relu(h.squeeze(0)))
        return out


model = GRUNet(4, 8, 2)
x = torch.randn(2, 10, 4)
y = model(x)
