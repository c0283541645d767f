import type { ImportTrouble } from '../../importers/importer';
import { bytesText } from '../numbers';
import type { Language } from '../words';
import { codeTroubleText } from './codeTrouble';
import { fileKindWords } from './fileKind';
import { parseTroubleText } from './parseTrouble';
import { weightFileText } from './weightFiles';
import { josa } from '../korean/josa';

type Wordings<T extends { readonly code: string }> = {
  readonly [C in T['code']]: (item: Extract<T, { readonly code: C }>) => string;
};

/** Where a file that is no model belongs: data to learn from, photos, or weights; null where it belongs nowhere. */
export function rightWay({ file, kind }: Extract<ImportTrouble, { code: 'unknownFile' }>['data']) {
  if (kind === 'table') return /\.(csv|tsv)$/i.test(file) ? 'data' : 'sheet';
  if (kind === 'picture') return 'photos';
  if (kind === 'savedKeras' || kind === 'hdf5' || kind === 'safetensors' || kind === 'torch') return 'trained';
  if (kind === 'zip') return 'zip';
  return kind === null && /\.(txt|tab)$/i.test(file) ? 'data' : null;
}

const rightWays: Readonly<Record<Language, Readonly<Record<NonNullable<ReturnType<typeof rightWay>>, string>>>> = {
  en: {
    data: 'Tables and texts to learn from are added under Training, with “Own data…”.',
    sheet: 'Save it as CSV; tables to learn from are added under Training, with “Own data…”.',
    photos: 'Add photos for training with “Photos…”; an image to try goes into Predict.',
    zip: 'A zip of photos to learn from is added with “Photos…”.',
    trained: 'Trained models (.keras, .h5) open with “Open trained model…” and deepbrick convert.',
  },
  ko: {
    data: '학습할 표나 텍스트는 학습 패널의 “내 데이터…”로 추가하세요.',
    sheet: 'CSV로 저장한 다음 학습 패널의 “내 데이터…”로 추가하세요.',
    photos: '학습할 사진은 “사진…”으로 추가하고, 시험해 볼 이미지는 예측 패널에 넣으세요.',
    zip: '학습할 사진을 모은 zip 파일은 “사진…”으로 추가하세요.',
    trained: '학습된 모델(.keras, .h5)은 “학습된 모델 열기…”나 deepbrick convert로 여세요.',
  },
};

const troubles: Readonly<Record<Language, Wordings<ImportTrouble>>> = {
  en: {
    unknownFile: ({ data }) => {
      const said = `“${data.file}” is ${data.kind === null ? 'no file that opens as a model' : `${fileKindWords.en[data.kind]}, which does not open as a model`}`;
      const known = data.known.map(({ en }) => en).join(', or ');
      return `${said}; what does is ${known}. ${rightWays.en[rightWay(data) ?? 'trained']}`;
    },
    unreadable: ({ data }) => `“${data.file}” could not be read. Is it still there?`,
    tooLarge: ({ data: { file, size, limit } }) =>
      `“${file}” is ${bytesText(size)}, but the text of a model is at most ${bytesText(limit)}. Is it the right file?`,
    document: ({ data }) => parseTroubleText(data, 'en'),
    noLayers: ({ data }) =>
      `This model is of the class ${data.model}, whose layers are made by its code: the file does not say them. Build it with Sequential or the functional API, and save it again.`,
    structure: ({ where, data }) =>
      `The Keras configuration is damaged at ${where}: expected ${data.expected}. Write it again with model.to_json().`,
    whichModel: ({ data }) =>
      `“${data.file}” has these models: ${data.models.map((name) => `“${name}”`).join(', ')}. Say which one: --model on the command line.`,
    weightFile: ({ data }) => weightFileText(data, 'en'),
    weightsOnly: ({ data }) =>
      `“${data.file}” holds weights alone and does not say which layers they are of. Open the model first, as a template or its whole file, then choose this with “Open trained model…” or --weights.`,
    layer: ({ where, data }) =>
      `The layer “${where}” is a ${data.layer}, which no brick can take over yet. Leave it out of the file, or draw the model here.`,
    argument: ({ where, data: { argument, value, allowed } }) =>
      allowed === null
        ? `The layer “${where}” has ${argument} = ${value}, which its brick does not compute. Change it where the model was made, and open it again.`
        : `The layer “${where}” has ${argument} = ${value}; its brick takes ${allowed}. Change it where the model was made, and open it again.`,
    inputs: ({ where, data }) =>
      `“${where}”: its brick does not take ${data.inputs} inputs as this ${data.layer} does. Change it where the model was made, and open it again.`,
    sharedLayer: ({ where }) =>
      `“${where}” computes with the weights of another layer that is not the same, such as tied weights; a brick has its own, or is the same layer called again. Give it weights of its own where the model was made, and open it again.`,
    severalOutputs: ({ where }) =>
      `“${where}” gives several outputs, and the model uses more than the first; a brick has one. Change it where the model was made, and open it again.`,
    lostInput: ({ where, data }) =>
      `The Keras configuration is damaged: “${where}” takes what “${data.from}” gives, which is not there. Write it again with model.to_json().`,
    circle: ({ where }) =>
      `The Keras configuration is damaged: “${where}” takes its own output, through others. Write it again with model.to_json().`,
    openInput: ({ where, data }) =>
      `The model takes inputs of any size (“${where}”: ${shapeText(data.shape)}). Say one, such as ${data.suggestion}: on the command line --input ${data.suggestion}.`,
    code: ({ data }) => codeTroubleText(data, 'en'),
    noModel: ({ data: { first } }) =>
      first === null
        ? 'The code makes no model under a name. Paste the lines that make it, and give it to a name: model = …'
        : `The code makes no model. ${codeTroubleText(first, 'en')}`,
    noInput: () =>
      'The model does not say what goes in. Put keras.Input(shape) first, or call model.build, and open it again.',
  },
  ko: {
    unknownFile: ({ data }) => {
      const said = `“${data.file}”: ${data.kind === null ? '' : `${fileKindWords.ko[data.kind]}이며, `}모델로 열 수 있는 파일이 아니에요.`;
      const known = data.known.map(({ ko }) => ko).join(', ');
      return `${said} 열 수 있는 파일: ${known}. ${rightWays.ko[rightWay(data) ?? 'trained']}`;
    },
    unreadable: ({ data }) => `“${data.file}” 파일을 읽지 못했어요. 파일이 그대로 있는지 확인하세요.`,
    tooLarge: ({ data: { file, size, limit } }) =>
      `“${file}”의 크기는 ${josa(bytesText(size), '이에요/예요')}. 모델 텍스트는 ${bytesText(limit)}까지 열 수 있어요. 다른 파일이 아닌지 확인하세요.`,
    document: ({ data }) => parseTroubleText(data, 'ko'),
    noLayers: ({ data }) =>
      `${data.model} 클래스의 모델이에요. 층을 코드로 만드는 클래스이므로 파일에 층이 들어 있지 않아요. Sequential이나 함수형 API로 만들어 다시 저장하세요.`,
    structure: ({ where, data }) =>
      `Keras 구성의 ${where} 부분이 손상되었어요: ${josa(data.expected, '이/가')} 있어야 해요. model.to_json()으로 다시 저장하세요.`,
    whichModel: ({ data }) =>
      `“${data.file}”에 든 모델: ${data.models.map((name) => `“${name}”`).join(', ')}. 명령줄의 --model로 하나를 선택하세요.`,
    weightFile: ({ data }) => weightFileText(data, 'ko'),
    weightsOnly: ({ data }) =>
      `“${data.file}”에는 가중치만 있고 어떤 층의 가중치인지 들어 있지 않아요. 먼저 템플릿이나 전체 모델 파일로 모델을 연 다음 “학습한 모델 열기…”나 --weights로 선택하세요.`,
    layer: ({ where, data }) =>
      `층 “${where}”의 종류는 ${josa(data.layer, '이에요/예요')}. 아직 이 층을 옮길 브릭이 없어요. 파일에서 이 층을 빼거나 여기에서 직접 만드세요.`,
    argument: ({ where, data: { argument, value, allowed } }) =>
      allowed === null
        ? `층 “${where}”: ${argument} = ${value} 설정을 계산하는 브릭이 없어요. 모델을 만든 곳에서 바꾸어 다시 여세요.`
        : `층 “${where}”: ${argument} = ${value} 대신 ${josa(allowed, '이/가')} 필요해요. 모델을 만든 곳에서 바꾸어 다시 여세요.`,
    inputs: ({ where, data }) =>
      `층 “${where}”: 이 ${data.layer}처럼 입력 ${data.inputs}개를 받는 브릭이 없어요. 모델을 만든 곳에서 바꾸어 다시 여세요.`,
    sharedLayer: ({ where }) =>
      `“${where}” 층이 자신과 다른 층의 가중치를 써요. 브릭은 자신의 가중치를 쓰거나 같은 층을 다시 사용해야 해요. 모델을 만든 곳에서 별도의 가중치를 주고 다시 여세요.`,
    severalOutputs: ({ where }) =>
      `층 “${where}”: 출력이 여럿이고 둘째 이후의 출력도 쓰여요. 브릭의 출력은 하나예요. 모델을 만든 곳에서 바꾸어 다시 여세요.`,
    lostInput: ({ where, data }) =>
      `Keras 구성이 손상되었어요. 층 “${where}”에 들어오는 층 ${josa(`“${data.from}”`, '이/가')} 없어요. model.to_json()으로 다시 저장하세요.`,
    circle: ({ where }) =>
      `Keras 구성이 손상되었어요. 층 “${where}”의 출력이 다른 층을 거쳐 자신에게 돌아와요. model.to_json()으로 다시 저장하세요.`,
    openInput: ({ where, data }) =>
      `입력 크기가 정해지지 않은 모델이에요(“${where}”: ${shapeText(data.shape)}). ${data.suggestion}처럼 크기를 정하세요(명령줄: --input ${data.suggestion}).`,
    code: ({ data }) => codeTroubleText(data, 'ko'),
    noModel: ({ data: { first } }) =>
      first === null
        ? '코드에 이름 붙은 모델이 없어요. 모델을 만드는 줄을 붙여 넣고 이름을 주세요: model = …'
        : `코드에 모델이 없어요. ${codeTroubleText(first, 'ko')}`,
    noInput: () =>
      '모델에 입력의 형태가 없어요. 맨 앞에 keras.Input(shape)을 넣거나 model.build를 호출하여 다시 여세요.',
  },
};

/** `None × 3`, as Keras says it. */
const shapeText = (shape: readonly (number | null)[]) => shape.map((size) => size ?? 'None').join(' × ');

/** Why a file did not open as a model, and the way out. */
export function importTroubleText(trouble: ImportTrouble, language: Language): string {
  const word = troubles[language][trouble.code] as (trouble: ImportTrouble) => string;
  return word(trouble);
}
