import type { Language } from '../../brick/brick';

/** What the README says around commands and names. */
export interface ReadmeWords {
  readonly untitled: string;
  readonly lead: string;
  readonly tested: (sample: boolean) => string;
  /** Without tests. */
  readonly typed: string;
  readonly train: (weights: boolean) => string;
  readonly own: string;
  readonly photos: string;
  readonly tuned: string;
  readonly predict: string;
  readonly photo: string;
  readonly demo: string;
  readonly backend: string;
  readonly curve: string;
  readonly data: (about: string, inData: boolean) => string;
  readonly notCarried: (data: string) => string;
  readonly files: readonly (readonly [path: string, about: string])[];
  /** Where the model takes Keras 3's hard_sigmoid; `name`: what `model.json` calls it. */
  readonly hardSigmoid: (name: string) => string;
  readonly style: string;
}

const english: ReadmeWords = {
  untitled: 'Model',
  lead: 'A model made with DeepBrick, as a TensorFlow.js project for Node 20.19 or newer.',
  typed: '`npm ci && npm test` installs, and checks the types.',
  tested: (sample) =>
    `\`npm ci && npm test\` installs, checks the types and checks the model: ${sample ? 'shapes, parameters, and a stored sample against its stored output' : 'shapes and parameters'}.`,
  train: (weights) =>
    `\`npm run train\` trains on the data below${weights ? ', going on from the weights in `weights/`' : ''}. \`--epochs 1 --batches 20\` is a short try, \`--resume\` goes on with the last run, \`--fresh\` starts with new weights; \`--help\` names all there is.`,
  own: '`npm run train -- --data FILE` trains on a file of your own, CSV or tab-separated: a table of numbers with the answer in its last column, or a text and its label in each row. A column `sample_weight` says how much a row counts.',
  photos:
    '`npm run train -- --data FOLDER` trains on photos in folders: train/CLASS, validation/CLASS and test/CLASS (which is only looked at after training), or one folder per class. They are prepared as the editor does it and, if the editor says so, changed at random while training. It draws its curves.',
  tuned:
    'Then `npm run train -- --data FOLDER --fine-tune` trains the end of the backbone too, ten times slower; the head keeps its weights.',
  predict:
    '`npm run predict` predicts the first ten validation samples (`--samples 20`: so many, `--data FILE`: of your own file); `npm run predict -- picture.png`, a text in quotation marks, or numbers with commas between them: a sample of your own (a grey drawing whose border is light becomes light on dark, as in the editor: `--invert` always does it, `--no-invert` never).',
  photo: '`npm run predict -- photo.jpg` says what a photo shows.',
  demo: '`npm run demo` serves a page that predicts in the browser, with the weights of the last training: of a picture that is drawn, chosen or seen by the camera, of a text, or of numbers, as the model takes them. `npm run build:demo` builds it into `dist/`, for any web server.',
  backend:
    'Each says which backend it uses: WebGPU (in Node through the package `webgpu`) where there is a graphics adapter, else WebAssembly, which the runtime makes able to train. `BACKEND=webgpu|wasm|cpu` forces one in Node.',
  curve:
    '**The same curve:** the project trains with the editor’s own code (`runtime/`): with the same data, seed and backend every epoch has the loss that the editor shows. The seed decides first weights, order, dropout and random changes.',
  data: (about, inData) => `**Data:** ${about}.${inData ? ' They lie in `data/`.' : ''}`,
  notCarried: (data) => `The editor’s data (${data}) are not in this project: yours are named with --data`,
  files: [
    ['src/model.ts', 'the model: `createModel()`'],
    ['src/settings.ts', 'losses, optimizer, epochs and all else that can be set'],
    ['src/data.ts', 'where the data come from; put your own here'],
    ['src/train.ts, src/predict.ts', 'training and prediction'],
    ['test/model.test.ts', 'the model against what the editor showed'],
    ['index.html', 'the page of `npm run demo`; its words and looks are in runtime/src/browser'],
    [
      'runtime/',
      '`deepbrick-runtime`: the editor’s optimizers, losses, metrics, layers, readers and kernels, as far as this model needs them',
    ],
    [
      'weights/',
      '`model.json` and its values, as TensorFlow.js has them: DeepBrick opens them too. `npm run train` writes its own to weights/trained; data.json says what answers mean, architecture.json how the layers are called there',
    ],
  ],
  hardSigmoid: (name) =>
    `**hard_sigmoid:** the model takes Keras 3’s, clip(x / 6 + 0.5, 0, 1), which \`model.json\` calls \`${name}\`: by the name hard_sigmoid TensorFlow.js computes Keras 2’s, clip(0.2 · x + 0.5, 0, 1). This project and DeepBrick read it; \`tf.loadLayersModel\` alone says that it does not know the name.`,
  style: 'All of it is as Prettier writes it: `npx prettier --check "**/*.{ts,html,css,md}"`',
};

const korean: ReadmeWords = {
  untitled: '모델',
  lead: 'DeepBrick으로 만든 모델을 Node 20.19 이상에서 쓰는 TensorFlow.js 프로젝트로 옮겼어요.',
  typed: '`npm ci && npm test`: 설치하고 타입을 검사해요.',
  tested: (sample) =>
    `\`npm ci && npm test\`: 설치하고, 타입과 모델을 검사해요: ${sample ? '형태, 파라미터 수, 저장된 샘플과 그 출력' : '형태와 파라미터 수'}.`,
  train: (weights) =>
    `\`npm run train\`: 아래 데이터로 학습해요${weights ? '. `weights/`의 가중치에서 이어 가요' : ''}. \`--epochs 1 --batches 20\`은 짧게 시험하고, \`--resume\`은 지난 학습을 이어 가고, \`--fresh\`는 새 가중치로 시작해요. 나머지는 \`--help\`가 알려 줘요.`,
  own: '`npm run train -- --data FILE`: 내 파일(CSV 또는 탭 구분)로 학습해요. 마지막 열이 정답인 수치 표이거나, 행마다 텍스트와 레이블이 있는 파일이에요. `sample_weight` 열은 그 행의 비중이에요.',
  photos:
    '`npm run train -- --data FOLDER`: 폴더에 든 사진으로 학습해요: train/CLASS, validation/CLASS, test/CLASS(학습이 끝난 뒤에만 봄), 또는 클래스마다 폴더 하나. 사진은 편집기와 똑같이 전처리되고, 편집기에서 정했다면 학습 중에 데이터 증강도 적용돼요. 학습 곡선도 그려요.',
  tuned:
    '그다음 `npm run train -- --data FOLDER --fine-tune`은 백본의 끝부분까지 학습률을 10분의 1로 낮추어 학습해요. 헤드의 가중치는 이어져요.',
  predict:
    '`npm run predict`: 검증 샘플 열 개를 예측해요(`--samples 20`: 그만큼, `--data FILE`: 내 파일에서). `npm run predict -- picture.png`, 따옴표로 묶은 텍스트, 쉼표로 구분한 수치: 내 샘플 하나를 예측해요(테두리가 밝은 흑백 그림은 편집기처럼 명암을 반전해요. `--invert`: 항상, `--no-invert`: 반전 안 함).',
  photo: '`npm run predict -- photo.jpg`: 사진에 무엇이 있는지 예측해요.',
  demo: '`npm run demo`: 마지막으로 학습된 가중치로 브라우저에서 예측하는 페이지를 열어요. 모델이 받는 것에 따라 그리기, 파일, 카메라, 텍스트, 수치로 넣을 수 있어요. `npm run build:demo`는 어느 웹 서버에나 올릴 수 있게 `dist/`에 만들어요.',
  backend:
    '어느 백엔드를 쓰는지 실행할 때 표시해요. 그래픽 어댑터가 있으면 WebGPU(Node에서는 `webgpu` 패키지), 없으면 WebAssembly이며, 학습에 없는 기능은 runtime이 채워요. Node에서는 `BACKEND=webgpu|wasm|cpu`로 정할 수 있어요.',
  curve:
    '**같은 곡선:** 이 프로젝트는 편집기의 코드(`runtime/`)로 학습해요. 데이터, 시드, 백엔드가 같으면 에포크마다 손실이 편집기와 같아요. 초기 가중치, 순서, 드롭아웃, 데이터 증강은 시드가 정해요.',
  data: (about, inData) => `**데이터:** ${about}.${inData ? ' `data/`에 있어요.' : ''}`,
  notCarried: (data) => `편집기의 데이터(${data})는 이 프로젝트에 들어 있지 않아요. 내 데이터는 --data로 지정하세요`,
  files: [
    ['src/model.ts', '모델: `createModel()`'],
    ['src/settings.ts', '손실, 옵티마이저, 에포크 등 정할 수 있는 모든 것'],
    ['src/data.ts', '데이터가 오는 곳. 내 데이터도 여기에 넣기'],
    ['src/train.ts, src/predict.ts', '학습과 예측'],
    ['test/model.test.ts', '편집기가 보여 준 것과 모델을 견주는 테스트'],
    ['index.html', '`npm run demo`의 페이지. 문구와 디자인은 runtime/src/browser에 있음'],
    ['runtime/', '`deepbrick-runtime`: 이 모델에 필요한 만큼의 편집기 코드(옵티마이저, 손실, 지표, 층, 읽기, 커널)'],
    [
      'weights/',
      'TensorFlow.js 형식의 `model.json`과 그 값. DeepBrick에서도 열 수 있음. `npm run train`은 weights/trained에 저장. data.json에는 예측 결과의 뜻, architecture.json에는 이 파일에서 쓰는 층의 이름',
    ],
  ],
  hardSigmoid: (name) =>
    `**hard_sigmoid:** 이 모델은 Keras 3의 clip(x / 6 + 0.5, 0, 1)을 쓰고, \`model.json\`에는 \`${name}\`이라는 이름으로 들어 있어요. TensorFlow.js는 hard_sigmoid라는 이름으로 Keras 2의 clip(0.2 · x + 0.5, 0, 1)을 계산하기 때문이에요. 이 프로젝트와 DeepBrick은 이 이름을 읽고, \`tf.loadLayersModel\`만 쓰면 모르는 이름이라는 오류가 나요.`,
  style: '모두 Prettier 형식이에요: `npx prettier --check "**/*.{ts,html,css,md}"`',
};

export const readmeWords: Readonly<Record<Language, ReadmeWords>> = { en: english, ko: korean };
