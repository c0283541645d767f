/**
 * Networks of torchvision with its names of modules, as code that is read like anybody's. Source: torchvision's
 * documentation and state_dicts (https://pytorch.org/vision/stable/models.html).
 */
export const publishedNetworks = `
import torch
import torch.nn as nn

class AlexNet(nn.Module):
    def __init__(self, num_classes=1000, dropout=0.5):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 64, 11, stride=4, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(64, 192, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(192, 384, 3, padding=1), nn.ReLU(),
            nn.Conv2d(384, 256, 3, padding=1), nn.ReLU(),
            nn.Conv2d(256, 256, 3, padding=1), nn.ReLU(), nn.MaxPool2d(3, 2))
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(9216, 4096), nn.ReLU(),
            nn.Dropout(dropout), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, num_classes))

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))

class VGG(nn.Module):
    def __init__(self, blocks, norm, num_classes=1000, dropout=0.5):
        super().__init__()
        features, channels = [], 3
        for width, count in blocks:
            for _ in range(count):
                features.append(nn.Conv2d(channels, width, 3, padding=1))
                if norm:
                    features.append(nn.BatchNorm2d(width))
                features.append(nn.ReLU())
                channels = width
            features.append(nn.MaxPool2d(2, 2))
        self.features = nn.Sequential(*features)
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(25088, 4096), nn.ReLU(), nn.Dropout(dropout),
            nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(dropout), nn.Linear(4096, num_classes))

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))

class BasicBlock(nn.Module):
    expansion = 1

    def __init__(self, channels, width, stride, downsample, per_group):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.downsample = downsample

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        out = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(out)) + shortcut)

class Bottleneck(nn.Module):
    expansion = 4

    def __init__(self, channels, width, stride, downsample, per_group):
        super().__init__()
        inner = width * per_group // 64
        self.conv1 = nn.Conv2d(channels, inner, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(inner)
        self.conv2 = nn.Conv2d(inner, inner, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(inner)
        self.conv3 = nn.Conv2d(inner, width * 4, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(width * 4)
        self.relu = nn.ReLU()
        self.downsample = downsample

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.relu(self.bn2(self.conv2(out)))
        return self.relu(self.bn3(self.conv3(out)) + shortcut)

class ResNet(nn.Module):
    def __init__(self, block, counts, per_group=64, num_classes=1000):
        super().__init__()
        self.block, self.channels, self.per_group = block, 64, per_group
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = self.stage(64, counts[0], 1)
        self.layer2 = self.stage(128, counts[1], 2)
        self.layer3 = self.stage(256, counts[2], 2)
        self.layer4 = self.stage(512, counts[3], 2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512 * block.expansion, num_classes)

    def stage(self, width, count, stride):
        out, downsample, blocks = width * self.block.expansion, None, []
        if stride != 1 or self.channels != out:
            downsample = nn.Sequential(nn.Conv2d(self.channels, out, 1, stride, bias=False), nn.BatchNorm2d(out))
        for at in range(count):
            first = at == 0
            blocks.append(self.block(self.channels, width, stride if first else 1, downsample if first else None, self.per_group))
            self.channels = out
        return nn.Sequential(*blocks)

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))

def vgg(counts, norm, **options):
    return VGG(list(zip([64, 128, 256, 512, 512], counts)), norm, **options)

def resnet(block, counts, per_group=64, **options):
    return ResNet(block, counts, per_group, **options)

alexnet = lambda **options: AlexNet(**options)
vgg11 = lambda **options: vgg([1, 1, 2, 2, 2], False, **options)
vgg13 = lambda **options: vgg([2, 2, 2, 2, 2], False, **options)
vgg16 = lambda **options: vgg([2, 2, 3, 3, 3], False, **options)
vgg19 = lambda **options: vgg([2, 2, 4, 4, 4], False, **options)
vgg11_bn = lambda **options: vgg([1, 1, 2, 2, 2], True, **options)
vgg13_bn = lambda **options: vgg([2, 2, 2, 2, 2], True, **options)
vgg16_bn = lambda **options: vgg([2, 2, 3, 3, 3], True, **options)
vgg19_bn = lambda **options: vgg([2, 2, 4, 4, 4], True, **options)
resnet18 = lambda **options: resnet(BasicBlock, [2, 2, 2, 2], **options)
resnet34 = lambda **options: resnet(BasicBlock, [3, 4, 6, 3], **options)
resnet50 = lambda **options: resnet(Bottleneck, [3, 4, 6, 3], **options)
resnet101 = lambda **options: resnet(Bottleneck, [3, 4, 23, 3], **options)
resnet152 = lambda **options: resnet(Bottleneck, [3, 8, 36, 3], **options)
wide_resnet50_2 = lambda **options: resnet(Bottleneck, [3, 4, 6, 3], 128, **options)
`;
