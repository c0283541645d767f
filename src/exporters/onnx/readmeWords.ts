import type { Language } from '../../brick/brick';
import type { preprocessingFor } from '../../compile/plan';

type Preparation = ReturnType<typeof preprocessingFor>;

/** What the README says around code and numbers. */
export interface ReadmeWords {
  readonly untitled: string;
  readonly about: (opset: number) => string;
  readonly graph: string;
  readonly goesIn: string;
  readonly comesOut: string;
  readonly columns: readonly [name: string, numbers: string, shape: string];
  readonly any: string;
  readonly preparations: Readonly<Record<Preparation, string>>;
  readonly shapes: string;
  readonly run: string;
  readonly python: string;
  readonly browser: string;
  readonly tensors: string;
  readonly look: string;
}

const en: ReadmeWords = {
  untitled: 'Model',
  about: (opset) =>
    `A model made with DeepBrick, in \`model.onnx\` with its weights, as it computes when predicting (operators of version ${opset}).`,
  graph:
    '`graph.txt` lists its operators. Nodes have the names of the layers; what belongs to a layer besides has a `/` behind it.',
  goesIn: '## What goes in',
  comesOut: '## What comes out',
  columns: ['name', 'numbers', 'shape'],
  any: 'any',
  preparations: {
    scale: 'Images: values 0 … 255 divided by 255.',
    tf: 'Images: values 0 … 255 divided by 127.5, minus 1.',
    caffe: 'Images: values 0 … 255, channels in the order blue, green, red, minus 103.939, 116.779 and 123.68.',
    torch:
      'Images: values 0 … 255 divided by 255, minus 0.485, 0.456 and 0.406, divided by 0.229, 0.224 and 0.225 (red, green, blue).',
    none: 'Images: values 0 … 255 as they are.',
  },
  shapes: 'Shapes are height × width × channels, as in Keras.',
  run: '## How to run it',
  python: 'In Python, after `pip install onnxruntime`:',
  browser: 'In the browser, after `npm install onnxruntime-web`:',
  tensors: 'each an ort.Tensor',
  look: 'To look at it: [netron.app](https://netron.app), or `pip install netron && netron model.onnx`.',
};

const ko: ReadmeWords = {
  untitled: '모델',
  about: (opset) =>
    `DeepBrick으로 만든 모델이에요. 가중치까지 \`model.onnx\`에 들어 있으며, 예측할 때와 똑같이 계산해요(연산자 버전 ${opset}).`,
  graph: '`graph.txt`는 연산자 목록이에요. 노드 이름은 층의 이름이며, 층에 딸린 나머지는 이름 뒤에 `/`가 붙어요.',
  goesIn: '## 입력',
  comesOut: '## 출력',
  columns: ['이름', '자료형', '형태'],
  any: '임의',
  preparations: {
    scale: '이미지: 0 … 255 값을 255로 나눠요.',
    tf: '이미지: 0 … 255 값을 127.5로 나누고 1을 빼요.',
    caffe: '이미지: 0 … 255 값을 파랑, 초록, 빨강 순서로 두고 103.939, 116.779, 123.68을 빼요.',
    torch:
      '이미지: 0 … 255 값을 255로 나누고 0.485, 0.456, 0.406을 뺀 뒤 0.229, 0.224, 0.225로 나눠요(빨강, 초록, 파랑).',
    none: '이미지: 0 … 255 값을 그대로 써요.',
  },
  shapes: '형태는 Keras와 같이 높이 × 너비 × 채널이에요.',
  run: '## 실행 방법',
  python: 'Python에서 `pip install onnxruntime` 후:',
  browser: '브라우저에서 `npm install onnxruntime-web` 후:',
  tensors: '각각 ort.Tensor',
  look: '구조 보기: [netron.app](https://netron.app) 또는 `pip install netron && netron model.onnx`.',
};

export const readmeWords: Readonly<Record<Language, ReadmeWords>> = { en, ko };
