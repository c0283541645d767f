import type { ImportNote, ImportReport, ImportTrouble } from '../../importers/importer';
import { bytesText } from '../numbers';
import type { Language } from '../words';
import { fileKindWords } from './fileKind';
import { parseTroubleText } from './parseTrouble';

type Wordings<T extends { readonly code: string }> = {
  readonly [C in T['code']]: (item: Extract<T, { readonly code: C }>) => string;
};

/** Where a file that is no model belongs: data to learn from, photos, or weights; null where it belongs nowhere. */
export function rightWay({ file, kind }: Extract<ImportTrouble, { code: 'unknownFile' }>['data']) {
  if (kind === 'table') return /\.(csv|tsv)$/i.test(file) ? 'data' : 'sheet';
  if (kind === 'picture') return 'photos';
  if (kind === 'savedKeras' || kind === 'hdf5') return 'trained';
  if (kind === 'zip') return 'zip';
  return kind === null && /\.(txt|tab)$/i.test(file) ? 'data' : null;
}

const rightWays: Readonly<Record<Language, Readonly<Record<NonNullable<ReturnType<typeof rightWay>>, string>>>> = {
  en: {
    data: 'Tables and texts to learn from are added under Training, with “Own data…”.',
    sheet: 'Save it as CSV; tables to learn from are added under Training, with “Own data…”.',
    photos: 'Photos to learn from are added with “Photos…”; a picture to try goes into Predict.',
    zip: 'A zip of photos to learn from is added with “Photos…”.',
    trained: 'Trained models (.keras, .h5) open with “Open trained model…” and deepbrick convert.',
  },
  ko: {
    data: '학습할 표나 텍스트는 학습 패널의 “내 데이터…”로 추가합니다.',
    sheet: 'CSV로 저장한 다음 학습 패널의 “내 데이터…”로 추가하십시오.',
    photos: '학습할 사진은 “사진…”으로 추가하고, 시험해 볼 이미지는 예측 패널에 넣습니다.',
    zip: '학습할 사진을 모은 zip 파일은 “사진…”으로 추가합니다.',
    trained: '학습한 모델(.keras, .h5)은 “학습한 모델 열기…”나 deepbrick convert로 엽니다.',
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
      `“${file}” has ${bytesText(size)}; the text of a model has ${bytesText(limit)} at most. Is it another file?`,
    document: ({ data }) => parseTroubleText(data, 'en'),
    notSequential: ({ data }) =>
      `This is a Keras model of the class ${data.model}; so far only Sequential opens. Build it as a chain of layers, or draw it here.`,
    structure: ({ where, data }) =>
      `The Keras configuration is damaged at ${where}: expected ${data.expected}. Write it again with model.to_json().`,
    layer: ({ where, data }) =>
      `The layer “${where}” is a ${data.layer}, which no brick can take over yet. Leave it out of the file, or draw the model here.`,
    argument: ({ where, data: { argument, value, allowed } }) =>
      allowed === null
        ? `The layer “${where}” has ${argument} = ${value}, which its brick does not compute. Change it in Keras and write the file again.`
        : `The layer “${where}” has ${argument} = ${value}; its brick takes ${allowed}. Change it in Keras and write the file again.`,
    noInput: () =>
      'The Keras configuration does not say what goes in. Put keras.Input(shape) first, or call model.build, and write it again.',
  },
  ko: {
    unknownFile: ({ data }) => {
      const said = `“${data.file}”: ${data.kind === null ? '' : `${fileKindWords.ko[data.kind]}이며, `}모델로 열 수 있는 파일이 아닙니다.`;
      const known = data.known.map(({ ko }) => ko).join(', ');
      return `${said} 열 수 있는 파일: ${known}. ${rightWays.ko[rightWay(data) ?? 'trained']}`;
    },
    unreadable: ({ data }) => `“${data.file}” 파일을 읽지 못했습니다. 파일이 그대로 있는지 확인하십시오.`,
    tooLarge: ({ data: { file, size, limit } }) =>
      `“${file}”의 크기는 ${bytesText(size)}입니다. 모델 텍스트는 ${bytesText(limit)}까지 열 수 있습니다. 다른 파일이 아닌지 확인하십시오.`,
    document: ({ data }) => parseTroubleText(data, 'ko'),
    notSequential: ({ data }) =>
      `${data.model} 클래스의 Keras 모델입니다. 아직은 Sequential만 열 수 있습니다. 층을 한 줄로 쌓은 모델로 만들거나 여기에서 직접 만드십시오.`,
    structure: ({ where, data }) =>
      `Keras 구성의 ${where} 부분이 손상되었습니다: ${data.expected}이(가) 있어야 합니다. model.to_json()으로 다시 저장하십시오.`,
    layer: ({ where, data }) =>
      `층 “${where}”의 종류는 ${data.layer}입니다. 아직 이 층을 옮길 브릭이 없습니다. 파일에서 이 층을 빼거나 여기에서 직접 만드십시오.`,
    argument: ({ where, data: { argument, value, allowed } }) =>
      allowed === null
        ? `층 “${where}”: ${argument} = ${value} 설정을 계산하는 브릭이 없습니다. Keras에서 바꾸어 다시 저장하십시오.`
        : `층 “${where}”: ${argument} = ${value} 대신 ${allowed}이(가) 필요합니다. Keras에서 바꾸어 다시 저장하십시오.`,
    noInput: () =>
      'Keras 구성에 입력의 형태가 없습니다. 맨 앞에 keras.Input(shape)을 넣거나 model.build를 호출하여 다시 저장하십시오.',
  },
};

const notes: Readonly<Record<Language, Wordings<ImportNote>>> = {
  en: {
    initialValue: ({ where, data }) => `“${where}” does not say ${data.parameter}: ${data.value} was taken.`,
    inputName: ({ where }) => `The input had no name: it is “${where}”.`,
    setting: ({ where, data }) => `“${where}”: ${data.setting} = ${data.value} was left out.`,
    training: () => 'Optimizer, loss and metrics were left out: choose them under Training.',
  },
  ko: {
    initialValue: ({ where, data }) => `“${where}”에 ${data.parameter} 값이 없어 ${data.value} 값을 썼습니다.`,
    inputName: ({ where }) => `입력에 이름이 없어 “${where}” 이름을 붙였습니다.`,
    setting: ({ where, data }) => `“${where}”: ${data.setting} = ${data.value} 설정은 옮기지 않았습니다.`,
    training: () => '옵티마이저, 손실, 지표는 옮기지 않았습니다. 학습 패널에서 고르십시오.',
  },
};

/** Why a file did not open as a model, and the way out. */
export function importTroubleText(trouble: ImportTrouble, language: Language): string {
  const word = troubles[language][trouble.code] as (trouble: ImportTrouble) => string;
  return word(trouble);
}

/** What was assumed and what was left out, one sentence each. */
export function importNotes({ assumed, dropped }: ImportReport, language: Language): string[] {
  return [...assumed, ...dropped].map((note) => (notes[language][note.code] as (note: ImportNote) => string)(note));
}
