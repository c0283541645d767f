import torch
import torch.nn as nn
import torch.nn.functional as F


class DuelingDQN(nn.Module):
    def __init__(self, state_size=6, action_size=1, hidden=8):
        super().__init__()
        self.feature = nn.Sequential(nn.Linear(state_size, hidden), nn.ELU())
        self.advantage = nn.Sequential(nn.Linear(hidden, hidden), nn.SiLU(), nn.Linear(hidden, 3))
        self.value = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 1))

    def forward(self, state):
        x = self.feature(state)
        return self.value(x) + self.advantage(x)


policy = DuelingDQN()
