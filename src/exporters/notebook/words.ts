import type { Language } from '../../brick/brick';

/** What the Markdown cells say. Names and shapes in it are Markdown already. */
export interface NotebookWords {
  readonly untitled: string;
  readonly madeWith: (stateful: boolean, takes: string, gives: string, parameters: string) => string;
  readonly picture: string;
  /** What a box of the picture says. */
  readonly box: { readonly layers: (count: number) => string; readonly parameters: (count: string) => string };
  readonly setup: string;
  readonly data: string;
  readonly stored: (count: string) => string;
  readonly photos: string;
  readonly own: (dataset: string, arrays: string) => string;
  readonly elsewhere: string;
  readonly model: string;
  readonly broken: string;
  readonly weights: {
    readonly stored: string;
    readonly missing: string;
    readonly published: (models: string) => string;
    readonly random: (seed: number) => string;
  };
  readonly training: string;
  readonly differences: string;
  readonly curves: string;
  readonly fineTuning: string;
  readonly answers: string;
  readonly sample: string;
}

const en: NotebookWords = {
  untitled: 'A model',
  madeWith: (stateful, takes, gives, parameters) =>
    `Made with DeepBrick, for Keras 3 on ${stateful ? 'TensorFlow' : 'JAX, TensorFlow or PyTorch'}: ${takes} to ${gives}, ${parameters} parameters.`,
  picture: 'The model as an image',
  box: { layers: (count) => `${count} layers`, parameters: (count) => `${count} parameters` },
  setup: `## Setup

Run the cells from top to bottom. Colab and Kaggle have all packages already; on your own machine the first cell says which.`,
  data: '## Data',
  stored: (count) =>
    `${count} samples lie in \`data/data.npz\` beside this notebook, their classes and words in \`data/data.json\`.`,
  photos:
    'Put photos into the folder `photos`: one folder per class; or `train`, `validation` and `test` with one folder per class in each. The test is only looked at after training.',
  own: (dataset, arrays) =>
    `The editor's data ("${dataset}") are not here. Put a file of numpy at \`data/data.npz\`: ${arrays}.`,
  elsewhere:
    'On Colab and Kaggle these files are somewhere else: the next cell says how to bring them and where `HERE` is then.',
  model: `## Model

The same layers under the same names as in the editor.`,
  broken: 'The model has open problems in the editor, so it cannot be built yet.',
  weights: {
    stored: "The editor's weights lie in `weights/model.weights.h5`; training goes on from them.",
    missing:
      'The model needs weights that are not here: save them in the editor as `.weights.h5`, and put them at `weights/model.weights.h5`.',
    published: (models) => `Keras downloads the weights of ${models} for ImageNet.`,
    random: (seed) => `The model starts at random, from seed ${seed}.`,
  },
  training: '## Training',
  differences:
    'The settings are those of the editor. Random numbers are others, so the curves are alike, not the same. The model is kept in `trained/model.keras` after every epoch.',
  curves: `## Curves

Where training and validation part, the model learns by heart.`,
  fineTuning: `## Fine-tuning

What was frozen can be trained on, slowly: take the \`#\` away.`,
  answers: `## What the model predicts

Samples that it was not trained on.`,
  sample: `## The editor's prediction

The stored sample must give what it gave in the editor, within 0.00001.`,
};

const ko: NotebookWords = {
  untitled: '모델',
  madeWith: (stateful, takes, gives, parameters) =>
    `DeepBrick으로 만든 모델이에요. ${stateful ? 'TensorFlow' : 'JAX, TensorFlow, PyTorch'} 위의 Keras 3에서 실행돼요. 입력 ${takes}, 출력 ${gives}, 파라미터 ${parameters}개.`,
  picture: '모델 이미지',
  box: { layers: (count) => `층 ${count}개`, parameters: (count) => `파라미터 ${count}개` },
  setup: `## 준비

위에서부터 차례로 셀을 실행하세요. Colab과 Kaggle에는 필요한 패키지가 모두 있으며, 내 컴퓨터에 필요한 패키지는 첫 셀에 적혀 있어요.`,
  data: '## 데이터',
  stored: (count) =>
    `샘플 ${count}개가 노트북 옆의 \`data/data.npz\`에 있어요. 클래스와 단어는 \`data/data.json\`에 있어요.`,
  photos:
    '`photos` 폴더에 사진을 넣으세요. 클래스마다 폴더를 하나씩 두거나, `train`, `validation`, `test` 안에 클래스별 폴더를 두면 돼요. 테스트 사진은 학습이 끝난 뒤에만 사용해요.',
  own: (dataset, arrays) =>
    `편집기의 데이터(“${dataset}”)는 여기에 없어요. numpy 파일을 \`data/data.npz\`에 두세요: ${arrays}.`,
  elsewhere:
    'Colab과 Kaggle에서는 파일의 위치가 달라요. 파일을 가져오는 방법과 그때 `HERE`에 적을 값은 다음 셀에 있어요.',
  model: `## 모델

편집기와 같은 층을 같은 이름으로 쌓아요.`,
  broken: '편집기에서 해결되지 않은 문제가 있어 아직 모델을 만들 수 없어요.',
  weights: {
    stored: '편집기의 가중치가 `weights/model.weights.h5`에 있으며, 학습은 이 값에서 이어져요.',
    missing: '모델에 필요한 가중치가 없어요. 편집기에서 `.weights.h5`로 저장하여 `weights/model.weights.h5`에 두세요.',
    published: (models) => `ImageNet으로 학습한 ${models}의 가중치를 Keras가 내려받아요.`,
    random: (seed) => `모델은 시드 ${seed}의 무작위 값에서 시작해요.`,
  },
  training: '## 학습',
  differences:
    '설정은 편집기와 같아요. 난수는 서로 달라서 곡선은 비슷하지만 똑같지는 않아요. 에포크마다 모델을 `trained/model.keras`에 저장해요.',
  curves: `## 학습 곡선

학습과 검증 곡선이 벌어지면 과대적합이 시작된 거예요.`,
  fineTuning: `## 미세 조정

동결된 부분도 천천히 더 학습할 수 있어요. \`#\`을 지우고 실행하세요.`,
  answers: `## 모델의 예측

학습에 쓰지 않은 샘플이에요.`,
  sample: `## 편집기의 예측

저장된 샘플에 대한 예측이 편집기와 0.00001 이내로 같아야 해요.`,
};

export const notebookWords: Readonly<Record<Language, NotebookWords>> = { en, ko };
