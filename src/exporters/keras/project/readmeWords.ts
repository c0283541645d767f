import type { Language } from '../../../brick/brick';

/** What the README says around code and numbers; names in it are Markdown already. */
export interface ReadmeWords {
  readonly untitled: string;
  readonly lead: (stateful: boolean) => string;
  readonly orElse: (others: readonly string[]) => string;
  readonly commands: { readonly test: string; readonly train: string; readonly predict: string };
  readonly data: string;
  readonly weights: string;
  readonly stored: (count: string, dataset: string, weighted: boolean, held: string, test: boolean) => string;
  readonly misfit: (dataset: string) => string;
  readonly photosElsewhere: string;
  readonly elsewhere: (dataset: string) => string;
  readonly photos: string;
  readonly own: (arrays: string) => string;
  readonly weightsStored: string;
  readonly published: (model: string, where: string) => string;
  readonly fromFile: string;
  readonly frozen: (names: string) => string;
  readonly random: (seed: number) => string;
  readonly training: (thawed: boolean) => string;
  readonly litert: string;
  readonly files: {
    readonly file: string;
    readonly about: string;
    readonly model: string;
    readonly data: (photos: boolean) => string;
    readonly scripts: string;
    readonly tests: (sample: boolean) => string;
    readonly litert: string;
    readonly packages: string;
  };
  readonly otherwise: string;
  readonly differences: {
    readonly start: string;
    readonly random: string;
    readonly augments: string;
  };
}

const en: ReadmeWords = {
  untitled: 'Model',
  lead: (stateful) =>
    `A model made with DeepBrick, for Keras 3 on ${stateful ? 'TensorFlow (on others, Keras does not train layers that keep their state between batches)' : 'JAX, TensorFlow or PyTorch'}. With Python 3.11 or newer:`,
  orElse: (others) => `or ${others.join(' or ')}`,
  commands: {
    test: "is it the editor's model?",
    train: 'trains, as set in the editor; --help says with what',
    predict: 'what it predicts',
  },
  data: 'Data.',
  weights: 'Weights.',
  stored: (count, dataset, weighted, held, test) =>
    `${count} samples ("${dataset}") lie in \`data/data.npz\`: \`x\` and \`y\`${weighted ? ', and `weights`' : ''}; classes and words in \`data/data.json\`. The last ${held} ${test ? 'before the test ' : ''}are held back for validation.`,
  misfit: (dataset) => `The editor's dataset ("${dataset}") does not fit the model, so it is not here. `,
  photosElsewhere: "The editor's photos stayed where they are. ",
  elsewhere: (dataset) => `The editor's data ("${dataset}") are not here. `,
  photos:
    'Put photos into `photos/`, or name a folder with `--data`: one folder per class; or `train/`, `validation/` and `test/` with one folder per class in each. The test is only looked at after training.',
  own: (arrays) => `Put a file of numpy at \`data/data.npz\`, or name one with \`--data\`: ${arrays}.`,
  weightsStored: "The editor's weights lie in `weights/model.weights.h5`; `train.py` goes on from them.",
  published: (model, where) =>
    `The weights of ${model} for ImageNet are not in this project: Keras downloads them at the first training${where}.`,
  fromFile:
    'The model starts from a file of weights that is not in this project: open it in the editor, save the model as `.weights.h5`, and put that at `weights/model.weights.h5`.',
  frozen: (names) =>
    `What is frozen (${names}) would stay random, so training is refused without \`weights/model.weights.h5\`.`,
  random: (seed) => `The model starts at random, from seed ${seed}.`,
  training: (thawed) =>
    `**Training** keeps the model in \`trained/model.keras\` and the curves in \`trained/curves.csv\` after every epoch. \`--resume\` goes on from there, \`--fine-tune\` trains on at a tenth of the learning rate${thawed ? ', with the last frozen layers unfrozen' : ''}.`,
  litert:
    '**TensorFlow, Android, iOS.** `KERAS_BACKEND=tensorflow python to_litert.py` writes the trained model as `trained/saved_model/` and as `trained/model.tflite` for LiteRT, which takes one sample at a time, and compares both with Keras.',
  files: {
    file: 'file',
    about: 'what it is',
    model: 'the model: `build_model()`',
    data: (photos) => `reads ${photos ? 'the photos' : 'the data'}, and makes batches of them`,
    scripts: 'training and prediction',
    tests: (sample) => `compares the layers with the editor's${sample ? ', and the prediction for `sample.npz`' : ''}`,
    litert: 'writes SavedModel and LiteRT',
    packages: 'the packages, in fixed versions',
  },
  otherwise: 'What is otherwise than in the editor:',
  differences: {
    start:
      'Initial weights and the order of the samples come from the same seed and the same distributions, but from other random numbers than in the editor: the curves are alike, not the same. Without shuffling, from the same weights, they are the same.',
    random: 'Dropout and other random layers draw other numbers, too.',
    augments: 'Data augmentation of images has the same ranges and the same order of steps.',
  },
};

const ko: ReadmeWords = {
  untitled: '모델',
  lead: (stateful) =>
    `DeepBrick으로 만든 Keras 3 모델이에요. ${stateful ? 'TensorFlow에서 실행돼요(다른 백엔드의 Keras는 배치 사이에 상태를 유지하는 층을 학습하지 못해요).' : 'JAX, TensorFlow, PyTorch 중 하나에서 실행돼요.'} Python 3.11 이상이 필요해요.`,
  orElse: (others) => `또는 ${others.join(', ')}`,
  commands: {
    test: '편집기의 모델과 같은지 확인',
    train: '편집기에서 설정한 대로 학습, --help는 옵션 설명',
    predict: '모델의 예측',
  },
  data: '데이터.',
  weights: '가중치.',
  stored: (count, dataset, weighted, held, test) =>
    `샘플 ${count}개("${dataset}")가 \`data/data.npz\`에 \`x\`, \`y\`${weighted ? ', `weights`' : ''} 배열로 들어 있어요. 클래스와 단어는 \`data/data.json\`에 있어요. ${test ? '테스트용을 뺀 ' : ''}마지막 ${held}개는 검증에 사용해요.`,
  misfit: (dataset) => `편집기의 데이터셋("${dataset}")은 모델에 맞지 않아 담지 않았어요. `,
  photosElsewhere: '편집기의 사진은 담지 않았어요. ',
  elsewhere: (dataset) => `편집기의 데이터("${dataset}")는 여기에 없어요. `,
  photos:
    '`photos/`에 사진을 넣거나 `--data`로 폴더를 지정하세요. 클래스마다 폴더를 하나씩 두거나, `train/`, `validation/`, `test/` 안에 클래스별 폴더를 두면 돼요. 테스트 사진은 학습이 끝난 뒤에만 사용해요.',
  own: (arrays) => `numpy 파일을 \`data/data.npz\`에 두거나 \`--data\`로 지정하세요: ${arrays}.`,
  weightsStored: '편집기의 가중치가 `weights/model.weights.h5`에 있으며, `train.py`는 이 값에서 이어서 학습해요.',
  published: (model, where) =>
    `ImageNet으로 학습한 ${model}의 가중치는 프로젝트에 없으며, 처음 학습할 때 Keras가 내려받아요${where}.`,
  fromFile:
    '모델의 시작 가중치 파일이 프로젝트에 없어요. 편집기에서 가중치를 열고 모델을 `.weights.h5`로 저장하여 `weights/model.weights.h5`에 두세요.',
  frozen: (names) =>
    `동결된 층(${names})이 무작위 값으로 남게 되므로 \`weights/model.weights.h5\`가 없으면 학습하지 않아요.`,
  random: (seed) => `모델은 시드 ${seed}의 무작위 값에서 시작해요.`,
  training: (thawed) =>
    `**학습.** 에포크마다 모델을 \`trained/model.keras\`에, 학습 곡선을 \`trained/curves.csv\`에 저장해요. \`--resume\`은 저장된 곳에서 이어서 학습하고, \`--fine-tune\`은 ${thawed ? '마지막 동결 층의 동결을 해제하여 ' : ''}학습률을 10분의 1로 낮추어 학습해요.`,
  litert:
    '**TensorFlow, Android, iOS.** `KERAS_BACKEND=tensorflow python to_litert.py`는 학습한 모델을 `trained/saved_model/`과 LiteRT용 `trained/model.tflite`(한 번에 샘플 하나)로 저장하고, 두 파일의 예측을 Keras와 비교해요.',
  files: {
    file: '파일',
    about: '내용',
    model: '모델: `build_model()`',
    data: (photos) => `${photos ? '사진을' : '데이터를'} 읽어 배치 만들기`,
    scripts: '학습과 예측',
    tests: (sample) => `층${sample ? '과 `sample.npz`에 대한 예측' : ''}: 편집기와 비교`,
    litert: 'SavedModel과 LiteRT 파일 만들기',
    packages: '필요한 패키지(버전 고정)',
  },
  otherwise: '편집기와 다른 점:',
  differences: {
    start:
      '가중치 초깃값과 샘플 순서는 시드와 분포가 편집기와 같지만 난수가 달라요. 그래서 학습 곡선은 비슷하지만 똑같지는 않아요. 같은 가중치에서 섞지 않고 학습하면 똑같아요.',
    random: '드롭아웃처럼 무작위로 동작하는 층의 난수도 달라요.',
    augments: '이미지의 데이터 증강은 범위와 순서가 편집기와 같아요.',
  },
};

export const readmeWords: Readonly<Record<Language, ReadmeWords>> = { en, ko };
