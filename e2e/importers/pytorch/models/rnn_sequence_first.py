import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self, inputs=4, hidden=5, tags=3):
        super().__init__()
        self.rnn = nn.RNN(inputs, hidden, nonlinearity='relu')
        self.hidden2tag = nn.Linear(hidden, tags)

    def forward(self, x):
        x = x.permute(1, 0, 2)
        out, h = self.rnn(x)
        out = out.transpose(0, 1)
        return torch.log_softmax(self.hidden2tag(out), dim=2)


model = Tagger()
model(torch.randn(2, 7, 4))
