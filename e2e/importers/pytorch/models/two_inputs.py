import torch
import torch.nn as nn


class TwoTower(nn.Module):
    def __init__(self, users=20, items=30, dim=4):
        super().__init__()
        self.user_embedding = nn.Embedding(users, dim)
        self.item_embedding = nn.Embedding(items, dim)
        self.fc = nn.ModuleDict({
            'first': nn.Linear(2 * dim, 6),
            'second': nn.Linear(6, 1),
        })

    def forward(self, user, item):
        u = self.user_embedding(user).flatten(1)
        i = self.item_embedding(item).flatten(1)
        x = torch.cat([u, i], dim=-1)
        x = torch.relu(self.fc['first'](x))
        return torch.sigmoid(self.fc['second'](x))


model = TwoTower()
model(torch.randint(0, 20, (3, 1)), torch.randint(0, 30, (3, 1)))
