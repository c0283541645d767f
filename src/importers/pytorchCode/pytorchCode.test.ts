import { expect, test } from 'vitest';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { modelText } from '../../exporters/pytorch/modelText';
import { importNotes } from '../../i18n/imports/importNotes';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { templateDocument } from '../../layout/templateDocument';
import type { ImportHelp, Imported } from '../importer';
import { importModel, modelsInFile } from '../importModel';

const fileOf = (code: string) => ({ name: 'net.py', blob: new Blob([code]) });
const head = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

async function opened(code: string, help: ImportHelp = {}): Promise<Imported> {
  const read = await importModel(fileOf(head + code), library, help);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Why code does not open; its words are there in both languages. */
async function refusal(code: string, help: ImportHelp = {}): Promise<unknown> {
  const read = await importModel(fileOf(head + code), library, help);
  if (read.ok) return read.value.document;
  const said = [importTroubleText(read.error, 'en'), importTroubleText(read.error, 'ko')].join();
  return said.includes('undefined') ? said : read.error;
}

const layersOf = ({ document }: Imported) =>
  compile(document, library).steps.map(({ name, call, shape }) => `${name} ${call.keras} ${shape.join('x')}`);

const notesOf = ({ report }: Imported) => [...report.assumed, ...report.dropped].map(({ code }) => code);

const small = (forward: string, init = 'self.fc = nn.Linear(4, 2)') =>
  `class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        ${init}\n\n    def forward(self, x):\n        ${forward}\n`;

test('names come from attributes, blocks from modules, channels are last without visible turns', async () => {
  const code = `
class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.conv = nn.Conv2d(c, c, 3, padding=1)
        self.bn = nn.BatchNorm2d(c, momentum=0.2, eps=1e-3)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x)) + x)

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 3, stride=2, padding=1)
        self.body = nn.Sequential(Block(4), Block(4))
        self.head = nn.Linear(4 * 8 * 8, 10)

    def forward(self, x):
        x = self.body(F.relu(self.stem(x)))
        return self.head(torch.flatten(x, 1))
`;
  const imported = await opened(code);
  expect(layersOf(imported)).toEqual([
    'x Input 16x16x3',
    'x_padding ZeroPadding2D 18x18x3',
    'stem Conv2D 8x8x4',
    'body_0_conv Conv2D 8x8x4',
    'body_0_bn BatchNormalization 8x8x4',
    'body_0_add Add 8x8x4',
    'body_0_relu Activation 8x8x4',
    'body_1_conv Conv2D 8x8x4',
    'body_1_bn BatchNormalization 8x8x4',
    'body_1_add Add 8x8x4',
    'body_1_relu Activation 8x8x4',
    'flatten Flatten 256',
    'head Dense 10',
  ]);
  const { nodes, blocks } = imported.document;
  expect(nodes['stem']!.params['activation']).toBe('relu');
  expect(nodes['body_0_bn']!.params).toMatchObject({ momentum: 0.8, epsilon: 0.001 });
  expect(Object.fromEntries(Object.entries(blocks).map(([name, { parent }]) => [name, parent]))).toEqual({
    body: undefined,
    body_0: 'body',
    body_1: 'body',
  });
  expect(notesOf(imported)).toEqual(['inputSize']);
});

test.each([
  ['CrossEntropyLoss()', 'softmax', 'sparseCategoricalCrossentropy', {}],
  ['CrossEntropyLoss(label_smoothing=0.1)', 'softmax', 'categoricalCrossentropy', { labelSmoothing: 0.1 }],
  ['BCEWithLogitsLoss()', 'sigmoid', 'binaryCrossentropy', {}],
  ['MSELoss()', 'linear', 'meanSquaredError', {}],
  ['L1Loss()', 'linear', 'meanAbsoluteError', {}],
  ['HuberLoss(delta=0.5)', 'linear', 'huber', { delta: 0.5 }],
])('%s: the last layer ends with %s', async (loss, activation, name, lossSettings) => {
  const code = `${small('return self.fc(x)')}
torch.manual_seed(7)
model = Net()
criterion = nn.${loss}
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
data = torch.utils.data.TensorDataset(torch.randn(10, 4), torch.randn(10))
loader = torch.utils.data.DataLoader(data, batch_size=48, shuffle=True)
num_epochs = 12
for epoch in range(num_epochs):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
`;
  const { document, report } = await opened(code);
  expect(document.nodes['fc']!.params['activation']).toBe(activation);
  expect(document.training).toMatchObject({ loss: name, lossSettings, epochs: 12, batchSize: 48, seed: 7 });
  expect(document.training.optimizer).toMatchObject({ name: 'momentum', settings: { learningRate: 0.05 } });
  expect(report.assumed.map(({ code: note }) => note)).toEqual(activation === 'linear' ? [] : ['lossActivation']);
});

test.each([
  ['the same', 'return self.fc(x) + self.fc(2 * x)'],
  ['another activation behind each call', 'return torch.relu(self.fc(x)) + torch.tanh(self.fc(x))'],
])('a module called twice is one layer with one set of weights: %s', async (_, forward) => {
  const { document } = await opened(small(forward));
  const uses = Object.entries(document.nodes).filter(([, { type }]) => type === 'dense');
  expect(uses.map(([name, { sharesWith }]) => [name, sharesWith])).toEqual([
    ['fc', undefined],
    ['fc_1', 'fc'],
  ]);
  expect(compile(document, library).totals.parameters).toBe(10);
});

test('what nobody knows keeps its place; frozen weights stay frozen', async () => {
  const imported = await opened(`
net = nn.Sequential(nn.Linear(4, 6), nn.Strange(3, mode='x'), nn.Linear(6, 2))
for p in net[0].parameters():
    p.requires_grad = False
`);
  expect(layersOf(imported)).toEqual(['input Input 4', 'linear_0 Dense 6', 'strange_1 Strange 6', 'linear_2 Dense 2']);
  expect(imported.document.nodes['linear_0']!.trainable).toBe(false);
  expect(notesOf(imported)).toContain('placeholder');
  expect(importNotes(imported.report, 'ko').join()).not.toMatch(/undefined/);
});

test.each([
  ['an input of any size', 'net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1))', { code: 'openInput' }],
  [
    'sizes that do not fit',
    'net = nn.Sequential(nn.Linear(4, 5), nn.Linear(6, 2))',
    { code: 'code', data: { line: 4 } },
  ],
  ['no module', 'x = 1', { code: 'noModel' }],
  [
    'a network of torchvision that is not here',
    'from torchvision import models\nnet = models.mobilenet_v2(pretrained=True)',
    {
      code: 'noModel',
      data: { first: { code: 'torchvision', line: 5, data: { name: 'mobilenet_v2', differs: 'padding' } } },
    },
  ],
  [
    'a value that is asked for',
    small('return self.fc(x)').replace('(self)', '(self, size)').replace('nn.Linear(4', 'nn.Linear(size'),
    { code: 'noModel', data: { first: { code: 'unknownValue', data: { name: 'size' } } } },
  ],
  ['an endless loop', small('while True: x = F.relu(self.fc(x))\n        return x'), { code: 'code' }],
])('%s is said in words', async (_, code, trouble) => {
  expect(await refusal(code)).toMatchObject(trouble);
});

test('sizes and values that are asked for can be given', async () => {
  const code = 'net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1))';
  expect(layersOf(await opened(code, { shapes: { '': [20, 24, 3] } }))[0]).toBe('input Input 20x24x3');
  expect(layersOf(await opened(code, { shapes: { '': [3, 20, 24] } }))[0]).toBe('input Input 20x24x3');
  const open = small('return self.fc(x)').replace('__init__(self)', '__init__(self, size)').replace('(4,', '(size,');
  expect(layersOf(await opened(open, { values: { size: 9 } }))[0]).toBe('x Input 9');
});

test('all models are listed, and one is chosen by its name', async () => {
  const code = 'a = nn.Sequential(nn.Linear(4, 3))\nb = nn.Sequential(nn.Linear(5, 2))\n';
  const listed = await modelsInFile(fileOf(head + code), library);
  const models = [
    { name: 'a', parameters: 15 },
    { name: 'b', parameters: 12 },
  ];
  expect(listed).toEqual({ ok: true, value: { models, dropped: [] } });
  expect(await refusal(code)).toMatchObject({ code: 'whichModel', data: { models: ['a', 'b'] } });
  expect(layersOf(await opened(code, { model: 'b' }))[0]).toBe('input Input 5');
});

test.each(['digits', 'mlp', 'lenet5', 'residual'])('the exported %s opens as the same model', async (id) => {
  const template = Object.values(await import('../../../templates/index')).flatMap((value) =>
    Array.isArray(value) ? value : [],
  );
  const document = templateDocument(
    template.find((each) => each.id === id),
    {},
    library,
  );
  const plan = compile(document, library);
  const read = await importModel({ name: 'model.py', blob: new Blob([modelText(plan).text]) }, library, {});
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const again = compile(read.value.document, library);
  const said = ({ steps }: typeof plan) =>
    steps.map(({ name, call, shape, inputs }) => ({ name, call, shape, inputs }));
  expect(said(again)).toEqual(said(plan));
  const members = ({ blocks }: typeof document) =>
    Object.entries(blocks).map(([name, { nodes, parent }]) => ({ name, nodes: nodes.toSorted(), parent }));
  expect(members(read.value.document)).toEqual(members(document));
  expect(read.value.document.title).toBe(document.title);
});

/** Numbers that are learned, as torchvision says them; those of a BatchNorm that are not learned are not among them. */
test.each([
  ['alexnet', 61_100_840],
  ['vgg16', 138_357_544],
  ['vgg11_bn', 132_868_840],
  ['resnet18', 11_689_512],
  ['resnet50', 25_557_032],
  ['wide_resnet50_2', 68_883_240],
])('torchvision’s %s is known layer by layer', async (name, learned) => {
  const { document } = await opened(`from torchvision import models\nnet = models.${name}(num_classes=1000)`);
  expect(compile(document, library).totals.trainable).toBe(learned);
});

const vgg16 = 'from torchvision import models\nnet = models.vgg16(weights="DEFAULT")\n';
test.each([
  ['a module in its place', 'net.classifier[6] = nn.Linear(net.classifier[6].in_features, 10)', 134_301_514],
  ['its last modules taken away', 'del net.classifier[6]\ndel net.classifier[-1]', 134_260_544],
  [
    'its convolutions alone',
    'net = nn.Sequential(*list(net.children())[:-1], nn.Flatten(), nn.Linear(25088, 2))',
    14_764_866,
  ],
  ['frozen', 'for p in net.features.parameters(): p.requires_grad = False', 123_642_856],
])('torchvision’s vgg16 with %s', async (_, change, learned) => {
  const imported = await opened(vgg16 + change);
  expect(compile(imported.document, library).totals.trainable).toBe(learned);
  expect(notesOf(imported)).toContain('codeLine');
});
