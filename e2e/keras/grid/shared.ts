import type { Place } from '../../../src/document/template';
import { type Titled, titled } from '../cases/documents';
import { type Part, put } from './parts';

/** What is fed into a layer that is called on two values. */
type Inputs = 'vector' | 'image' | 'sequence' | 'words' | 'masked';

const inputs: Readonly<Record<Inputs, readonly Part[]>> = {
  vector: [['inputVector', { shape: [6] }]],
  image: [['inputImage', { shape: [6, 6, 2] }]],
  sequence: [['inputSequence', { shape: [5, 3] }]],
  words: [['inputText', { shape: [5] }]],
  masked: [
    ['inputText', { shape: [5] }],
    ['embedding', { inputDim: 9, outputDim: 3, maskZero: true }],
  ],
};

const ends: Readonly<Record<number, readonly Part[]>> = {
  1: [],
  2: [['flatten']],
  3: [['flatten']],
};

/** Layers of every kind that is called on two inputs, and how many axes come out. */
const kinds: readonly (readonly [Inputs, Part, rank: number, after?: readonly Part[]])[] = [
  ['vector', ['dense', { units: 4, activation: 'tanh' }], 1],
  [
    'vector',
    [
      'dense',
      {
        units: 4,
        kernelRegularizer: { name: 'l2', l2: 0.1 },
        kernelConstraint: { name: 'maxNorm', maxValue: 0.3, axis: 0 },
      },
    ],
    1,
  ],
  // A small momentum shows in which order the calls change the statistics.
  ['vector', ['batchNormalization', { momentum: 0.6 }], 1],
  ['vector', ['preLU'], 1],
  ['image', ['conv2d', { filters: 3, kernelSize: [3, 3] }], 3],
  ['image', ['separableConv2d', { filters: 3, kernelSize: [3, 3] }], 3],
  ['image', ['depthwiseConv2d', { kernelSize: [3, 3] }], 3],
  ['image', ['conv2dTranspose', { filters: 2, kernelSize: [3, 3], strides: [2, 2] }], 3],
  ['image', ['batchNormalization', { momentum: 0.6 }], 3],
  ['image', ['layerNormalization'], 3],
  ['sequence', ['lstm', { units: 3 }], 1],
  ['sequence', ['gru', { units: 3, returnSequences: true }], 2],
  ['sequence', ['bidirectional', { layer: { type: 'lstm', params: { units: 2 } } }], 1],
  ['sequence', ['timeDistributed', { layer: { type: 'dense', params: { units: 2 } } }], 2],
  ['sequence', ['conv1d', { filters: 3, kernelSize: 3 }], 2],
  ['sequence', ['dense', { units: 2 }], 2],
  ['words', ['embedding', { inputDim: 9, outputDim: 3 }], 2],
  ['masked', ['lstm', { units: 3 }], 1],
  ['masked', ['bidirectional', { layer: { type: 'gru', params: { units: 2 } } }], 1],
];

/** Places a part that is the layer `first` called once more. */
type Again = (part: Part, from: string, first: string) => string;

function shared(title: string, build: (place: Place, again: Again) => void, frozen: readonly string[] = []): Titled {
  const uses = new Map<string, string>();
  const whole = (place: Place) =>
    build(place, (part, from, first) => {
      const name = put(place, part, from);
      uses.set(name, first);
      return name;
    });
  const { document } = titled(title, whole, {}, frozen);
  const nodes = Object.entries(document.nodes).map(([name, node]) => {
    const sharesWith = uses.get(name);
    return [name, sharesWith === undefined ? node : { ...node, sharesWith }] as const;
  });
  return { title, document: { ...document, nodes: Object.fromEntries(nodes) } };
}

/** The layers one after the other; where `first` names their first calls, those that have weights once more. */
function tower(
  [place, again]: readonly [Place, Again],
  layers: readonly Part[],
  input: string,
  first: readonly string[] | null,
): readonly string[] {
  const names: string[] = [];
  for (const [index, each] of layers.entries()) {
    const from = names.at(-1) ?? input;
    const isNew = first === null || plain.has(each[0]);
    names.push(isNew ? put(place, each, from) : again(each, from, first[index]!));
  }
  return names;
}

/** Bricks without weights. */
const plain = new Set(['maxPooling2d', 'flatten']);

/** Two inputs through one layer, which are then compared. */
const twins = kinds.map(([kind, part, rank]) =>
  shared(
    `${part[0]} ${JSON.stringify(part[1] ?? {})} shared by two of ${kind}, ${JSON.stringify(inputs[kind].slice(1))}`,
    (place, again) => {
      const [input, ...more] = inputs[kind];
      const layers = [...more, part, ...ends[rank]!];
      const left = tower([place, again], layers, put(place, input!), null);
      const right = tower([place, again], layers, put(place, input!), left);
      put(
        place,
        ['dense', { units: 2, activation: 'softmax' }],
        put(place, ['subtract'], [left.at(-1)!, right.at(-1)!]),
      );
    },
  ),
);

/** Towers of several shared layers in blocks, layers called in a chain, three times, frozen, and behind and before others. */
const others: readonly Titled[] = [
  shared('two towers of a picture network, each in a block', (place, again) => {
    const layers: readonly Part[] = [
      ['conv2d', { filters: 3, kernelSize: [3, 3], activation: 'relu' }],
      ['batchNormalization', { momentum: 0.6 }],
      ['maxPooling2d', { poolSize: [2, 2] }],
      ['flatten'],
      ['dense', { units: 5 }],
    ];
    const [one, other] = [0, 1].map(() => put(place, ['inputImage', { shape: [8, 8, 1] }]));
    let ends: readonly string[] = [];
    let first: readonly string[] | null = null;
    for (const [block, input] of [
      ['left', one!],
      ['right', other!],
    ] as const) {
      place.block(block, () => {
        const names = tower([place, again], layers, input, first);
        first ??= names;
        ends = [...ends, names.at(-1)!];
      });
    }
    put(place, ['dense', { units: 1, activation: 'sigmoid' }], put(place, ['multiply'], ends));
  }),
  shared('a layer called on what it gave, three times', (place, again) => {
    const first = put(place, ['dense', { units: 4, activation: 'tanh' }], put(place, ['inputVector', { shape: [4] }]));
    const second = again(['dense', { units: 4, activation: 'tanh' }], first, first);
    const third = again(['dense', { units: 4, activation: 'tanh' }], second, first);
    put(place, ['dense', { units: 3, activation: 'softmax' }], third);
  }),
  shared('a layer called with others between, whose calls are outputs, too', (place, again) => {
    const input = put(place, ['inputVector', { shape: [4] }]);
    const first = put(place, ['dense', { units: 4 }], input);
    const between = put(place, ['batchNormalization'], put(place, ['dense', { units: 4, activation: 'relu' }], first));
    const second = again(['dense', { units: 4 }], between, first);
    put(place, ['activation', { activation: 'softmax' }], first);
    put(place, ['activation', { activation: 'softmax' }], second);
  }),
  shared('a shared layer beside others of its class, at other depths', (place, again) => {
    const [one, other] = [0, 1].map(() => put(place, ['inputVector', { shape: [4] }]));
    const before = put(place, ['dense', { units: 4, activation: 'relu' }], one!);
    const first = put(place, ['dense', { units: 4, activation: 'tanh' }], before);
    const second = again(['dense', { units: 4, activation: 'tanh' }], other!, first);
    const behind = put(place, ['dense', { units: 4 }], put(place, ['dense', { units: 4 }], second));
    put(place, ['dense', { units: 2, activation: 'softmax' }], put(place, ['add'], [first, behind]));
  }),
  shared(
    'a frozen shared layer',
    (place, again) => {
      const [one, other] = [0, 1].map(() => put(place, ['inputVector', { shape: [4] }]));
      const first = put(place, ['dense', { units: 4 }], one!, 'encoder');
      const second = again(['dense', { units: 4 }], other!, first);
      put(place, ['dense', { units: 2, activation: 'softmax' }], put(place, ['concatenate'], [first, second]));
    },
    ['encoder', 'dense'],
  ),
];

/** Models in which a layer is called several times. */
export const sharedModels: readonly Titled[] = [...twins, ...others];
