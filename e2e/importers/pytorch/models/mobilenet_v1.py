import torch
import torch.nn as nn


class MobileNetV1(nn.Module):
    def __init__(self, ch_in, n_classes):
        super(MobileNetV1, self).__init__()

        def conv_bn(inp, oup, stride):
            return nn.Sequential(
                nn.Conv2d(inp, oup, 3, stride, 1, bias=False),
                nn.BatchNorm2d(oup),
                nn.ReLU(inplace=True)
                )

        def conv_dw(inp, oup, stride):
            return nn.Sequential(
                # dw
                nn.Conv2d(inp, inp, 3, stride, 1, groups=inp, bias=False),
                nn.BatchNorm2d(inp),
                nn.ReLU(inplace=True),

                # pw
                nn.Conv2d(inp, oup, 1, 1, 0, bias=False),
                nn.BatchNorm2d(oup),
                nn.ReLU(inplace=True),
                )

        self.model = nn.Sequential(
            conv_bn(ch_in, 4, 2),
            conv_dw(4, 8, 1),
            conv_dw(8, 12, 2),
            conv_dw(12, 12, 1),
            nn.AdaptiveAvgPool2d(1)
        )
        self.fc = nn.Linear(12, n_classes)

    def forward(self, x):
        x = self.model(x)
        x = x.view(-1, 12)
        x = self.fc(x)
        return x


if __name__ == '__main__':
    model = MobileNetV1(ch_in=3, n_classes=4)
    summary(model, input_size=(3, 32, 32), device='cpu')
