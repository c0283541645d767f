import torch
import torch.nn as nn


class BRNN(nn.Module):
    def __init__(self, input_size=5, hidden_size=4, num_layers=2, num_classes=3):
        super().__init__()
        self.lstm = nn.LSTM(input_size, hidden_size, num_layers, batch_first=True, bidirectional=True, dropout=0.2)
        self.fc = nn.Linear(hidden_size * 2, num_classes)

    def forward(self, x):
        out, _ = self.lstm(x)
        return self.fc(out[:, -1])


model = BRNN()
model(torch.randn(2, 6, 5))
