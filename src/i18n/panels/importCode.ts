import { defineWords } from '../words';

export const importCodeWords = defineWords({
  en: {
    title: 'Import code',
    about:
      'Paste Keras or PyTorch code: a script, a notebook’s JSON or a page of a book. It is read, never run; what builds a model becomes bricks.',
    code: 'Code',
    placeholder: 'from tensorflow import keras\n\nmodel = keras.Sequential([…])',
    model: 'Model',
    reading: 'Reading…',
    showLine: (line: string) => `Go to line ${line}`,
    layers: 'Layers',
    counts: (bricks: string, parameters: string) => `${bricks} bricks, ${parameters} parameters`,
    notes: 'Assumed or skipped',
    open: 'Open as a new project',
    nothing: 'Paste code first.',
    wrong: 'This code does not open yet: see the message.',
  },
  ko: {
    title: '코드 가져오기',
    about:
      'Keras나 PyTorch 코드를 붙여 넣으세요. 스크립트, 노트북의 JSON, 책의 코드 모두 쓸 수 있어요. 코드는 실행하지 않고 읽기만 하며, 모델을 만드는 부분을 브릭으로 바꿔요.',
    code: '코드',
    placeholder: 'from tensorflow import keras\n\nmodel = keras.Sequential([…])',
    model: '모델',
    reading: '읽는 중…',
    showLine: (line: string) => `${line}번째 줄로 가기`,
    layers: '층',
    counts: (bricks: string, parameters: string) => `브릭 ${bricks}개, 파라미터 ${parameters}개`,
    notes: '가정했거나 옮기지 않은 것',
    open: '새 프로젝트로 열기',
    nothing: '먼저 코드를 붙여 넣으세요.',
    wrong: '아직 열 수 없는 코드예요. 메시지를 확인하세요.',
  },
});
