import type { Language } from '../../brick/brick';

/** What the README says around commands and names. */
export interface ReadmeWords {
  readonly untitled: string;
  readonly lead: string;
  readonly install: string;
  readonly check: (sample: boolean) => string;
  readonly train: (given: { weights: boolean; tunes: boolean; data: boolean; dataset: string }) => string;
  readonly predict: (picture: boolean) => string;
  /** Of a model that is not trained without weights, which are not here. */
  readonly needs: string;
  readonly axes: string;
  readonly file: string;
  readonly about: string;
  readonly files: {
    readonly model: string;
    readonly layers: string;
    readonly settings: string;
    readonly train: string;
    readonly losses: string;
    readonly optimizers: string;
    readonly data: string;
    readonly predict: string;
    readonly tests: string;
    readonly samples: string;
    readonly weights: string;
  };
}

const english: ReadmeWords = {
  untitled: 'Model',
  lead: 'A model made with DeepBrick, as a PyTorch project for Python 3.11 or newer.',
  install: '`pip install .` installs what it needs, in the versions that it was tried with.',
  check: (sample) =>
    `\`python test_model.py\` checks the model: layers and parameters${sample ? ', and a stored sample against its stored output' : ''}.`,
  train: ({ weights, tunes, data, dataset }) =>
    `\`python train.py\` trains${weights ? ', going on from `weights.safetensors` (`--fresh` starts from new weights)' : ''}, prints its curves and keeps weights, curves and the optimizer's state in \`trained/\` after every epoch. \`--resume\` goes on from there, \`--fine-tune\` trains on at a tenth of the learning rate${tunes ? ', with the last frozen layers unfrozen' : ''}; \`--help\` says what else can be given. ${data ? 'The samples lie in `data/`.' : `The samples (“${dataset}”) are not in this project: \`python train.py\` says where to put them.`}`,
  predict: (picture) =>
    `\`python predict.py\` predicts samples that were held back${picture ? '; `python predict.py photo.jpg` an image' : ''}.`,
  needs:
    'The model starts from weights that it was given in the editor, and is not trained without them: they belong into `weights.safetensors`.',
  axes: `Images and volumes go in and come out channels first, \`[batch, channels, height, width]\`; sequences as \`[batch, steps, features]\`. Inside, axes are only moved where a layer needs them otherwise. A vector that is flattened from a picture has PyTorch's order: the weights of the layer behind it were exported in that order. Batches are drawn in the editor's order for the same seed; dropout and other random numbers are PyTorch's own.`,
  file: 'file',
  about: 'what it is',
  files: {
    model: 'the model: `Model`, and `load_model()` with its weights',
    layers: "layers that compute as Keras's where PyTorch has none or another one",
    settings: 'losses, epochs, batch, split, seed and all else that can be set',
    train: 'training: `train.py --help`',
    losses: "Keras's losses, of probabilities",
    optimizers: "Keras's formula of the optimizer, which PyTorch's own differs from",
    data: 'reads the samples, prepares them as the editor does',
    predict: 'says what the model says',
    tests: 'layers and parameters as in the editor',
    samples: 'the samples, as NumPy arrays',
    weights: "the editor's weights, in PyTorch's form",
  },
};

const korean: ReadmeWords = {
  untitled: '모델',
  lead: 'DeepBrick으로 만든 모델을 Python 3.11 이상에서 쓰는 PyTorch 프로젝트로 옮겼어요.',
  install: '`pip install .`: 필요한 패키지를 검증된 버전으로 설치해요.',
  check: (sample) =>
    `\`python test_model.py\`: 모델을 검사해요. ${sample ? '층, 파라미터 수, 저장된 샘플과 그 출력을 확인해요.' : '층과 파라미터 수를 확인해요.'}`,
  train: ({ weights, tunes, data, dataset }) =>
    `\`python train.py\`: 학습하고${weights ? '(`weights.safetensors`에서 이어 가요. `--fresh`는 새 가중치로 시작해요)' : ''}, 학습 곡선을 출력하며, 에포크마다 가중치, 곡선, 옵티마이저 상태를 \`trained/\`에 저장해요. \`--resume\`은 거기서 이어 가고, \`--fine-tune\`은 학습률을 10분의 1로 낮추어${tunes ? ' 동결된 마지막 층들까지' : ''} 더 학습해요. 나머지는 \`--help\`가 알려 줘요. ${data ? '샘플은 `data/`에 있어요.' : `샘플(“${dataset}”)은 이 프로젝트에 들어 있지 않아요. 어디에 두어야 하는지 \`python train.py\`가 알려 줘요.`}`,
  predict: (picture) =>
    `\`python predict.py\`: 따로 떼어 둔 샘플을 예측해요.${picture ? ' `python predict.py photo.jpg`는 사진 하나를 예측해요.' : ''}`,
  needs:
    '이 모델은 편집기에서 받은 가중치에서 시작하며, 가중치 없이는 학습하지 않아요. 가중치를 `weights.safetensors`에 두세요.',
  axes: '이미지와 볼륨은 채널이 앞에 오는 순서(`[batch, channels, height, width]`)로, 시퀀스는 `[batch, steps, features]`로 들어가고 나와요. 안에서는 층에 다른 순서가 필요할 때만 축을 옮겨요. 이미지를 펼친 벡터는 PyTorch의 순서이며, 그 뒤에 오는 층의 가중치도 그 순서로 내보냈어요. 시드가 같으면 배치는 편집기와 같은 순서예요. 드롭아웃 등 다른 난수는 PyTorch가 만들어요.',
  file: '파일',
  about: '내용',
  files: {
    model: '모델: `Model`, 가중치까지 불러오는 `load_model()`',
    layers: 'PyTorch에 없거나 다른 층을 Keras와 똑같이 계산하는 코드',
    settings: '손실, 에포크, 배치, 분할, 시드 등 정할 수 있는 모든 것',
    train: '학습: `train.py --help`',
    losses: '확률에서 계산하는 Keras의 손실',
    optimizers: 'PyTorch와 다른 Keras의 옵티마이저 공식',
    data: '샘플 읽기, 편집기와 같은 전처리',
    predict: '모델의 예측 출력',
    tests: '편집기와 같은 층과 파라미터 수',
    samples: 'NumPy 배열로 된 샘플',
    weights: 'PyTorch 형식으로 옮긴 편집기의 가중치',
  },
};

export const readmeWords: Readonly<Record<Language, ReadmeWords>> = { en: english, ko: korean };
