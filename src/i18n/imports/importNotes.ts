import { valueText } from '../../compile/params';
import type { ImportNote, ImportReport } from '../../importers/importer';
import type { Language } from '../words';
import { codeTroubleText } from '../troubles/codeTrouble';
import { josa } from '../korean/josa';

type Wordings<T extends { readonly code: string }> = {
  readonly [C in T['code']]: (item: Extract<T, { readonly code: C }>) => string;
};

const shapeText = (shape: readonly (number | null)[]) => shape.map((size) => size ?? 'None').join(' × ');

/** The first of some names, and how many more there are. */
const listText = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} … (${names.length})` : names.join(', ');

const notes: Readonly<Record<Language, Wordings<ImportNote>>> = {
  en: {
    initialValue: ({ where, data }) => `“${where}” does not say ${data.parameter}: ${data.value} was taken.`,
    inputName: ({ where }) => `The input had no name: it is “${where}”.`,
    repeated: ({ where, data }) => `“${data.of}” is called again: it stands there once more as “${where}”.`,
    perPlace: ({ where }) =>
      `“${where}” computes along the last axis of a picture, as Keras does: it stands in a TimeDistributed, with the same weights.`,
    handedOut: ({ where, data }) => `“${data.of}” is an output that others take, too: “${where}” hands it out.`,
    setting: ({ where, data }) => `“${where}”: ${data.setting} = ${data.value} was skipped.`,
    placeholder: ({ where, data }) =>
      `“${where}” is a ${data.layer}${data.argument === null ? '' : ` with ${data.argument}`}, which no brick computes: a placeholder keeps its place and settings${data.parameters > 0 ? `, and its weights (${data.parameters} parameters)` : ''}.`,
    sameShape: ({ where }) =>
      `The file does not say what comes out of “${where}”: it is taken for as large as what goes in.`,
    fittingShape: ({ where }) =>
      `The file does not say what comes out of “${where}”: it was taken for what the weights behind it need.`,
    inputSize: ({ where, data }) =>
      `The code does not say how large “${where}” is: ${shapeText(data.shape)} goes through all layers. Change the input if it is another.`,
    lossActivation: ({ where, data }) =>
      `${data.loss} of PyTorch has the ${data.activation} inside; here “${where}” has it, so that the model gives probabilities.`,
    missingShards: ({ data }) =>
      `The weights are missing: they lie in ${listText(data.files)}, to be chosen together with the file. They start at random.`,
    missingWeights: ({ data }) =>
      `The file of weights lacks ${listText(data.names)}, or has them in another size: it is of another model, and all weights start at random.`,
    noWeights: () => 'The file has no weights: they start at random.',
    optimizerState: ({ data }) =>
      `What the optimizer ${data.optimizer} had gathered came with the file: training continues where it stopped.`,
    optimizerAnew: ({ data }) =>
      `What the optimizer ${data.optimizer} had gathered does not fit the training here and was skipped; it starts again.`,
    channelsFirst: ({ where }) =>
      `The model was written with channels first. Here they are last: “${where}” takes height, width, channels, and with the same weights the predictions are the same.`,
    backbone: ({ where, data }) =>
      `“${where}” is ${data.model}, layer by layer: it is one brick with the file’s weights.`,
    architecture: ({ data }) =>
      `The file holds weights alone. They are exactly those of ${data.model}${data.options.length === 0 ? '' : ` with ${data.options.join(', ')}`}: that is what opened.`,
    untold: ({ where, data }) =>
      `The weights of “${where}” do not tell its ${data.parameters.join(', ')}: Keras’s own values were taken. Set what the model had.`,
    fittingInput: ({ where, data }) =>
      `The file does not say what goes in: “${where}” was taken for ${valueText(data.shape)}, which fits the weights with padding ${data.padding}. Others may fit, too: set what the model had.`,
    orderByShapes: () => 'The file does not say in which order its layers stand: they stand as their shapes allow.',
    placeUntold: ({ where, data }) =>
      `The file does not say where “${where}” (${data.layer}) stands; it changes no prediction and was skipped.`,
    codeLine: ({ data }) => `Skipped. ${codeTroubleText(data, 'en')}`,
    trainingSetting: ({ data }) => `Training: ${data.setting} = ${data.value} was skipped; choose it under Training.`,
  },
  ko: {
    initialValue: ({ where, data }) => `“${where}”에 ${data.parameter} 값이 없어 ${data.value} 값을 썼어요.`,
    inputName: ({ where }) => `입력에 이름이 없어 “${where}” 이름을 붙였어요.`,
    repeated: ({ where, data }) => `“${data.of}” 층은 여러 번 호출되므로 “${where}” 이름으로 한 번 더 놓았어요.`,
    perPlace: ({ where }) =>
      `“${where}” 층은 케라스처럼 이미지의 마지막 축을 따라 계산해요. 같은 가중치로 TimeDistributed 안에 넣었어요.`,
    handedOut: ({ where, data }) =>
      `“${data.of}” 층의 출력은 모델의 출력이면서 다른 층에도 쓰이므로 “${where}” 브릭으로 내보내요.`,
    setting: ({ where, data }) => `“${where}”: ${data.setting} = ${data.value} 설정은 옮기지 않았어요.`,
    placeholder: ({ where, data }) =>
      `“${where}”의 종류는 ${josa(`${data.layer}${data.argument === null ? '' : `(${data.argument})`}`, '이에요/예요')}. 계산할 브릭이 없어 자리표시 브릭이 자리와 설정${data.parameters > 0 ? `, 가중치(파라미터 ${data.parameters}개)` : ''}${data.parameters > 0 ? '를' : '을'} 보관해요.`,
    sameShape: ({ where }) => `파일에 “${where}”의 출력 형태가 없어 입력과 같은 형태로 보았어요.`,
    fittingShape: ({ where }) => `파일에 “${where}”의 출력 형태가 없어 뒤에 오는 가중치에 맞는 형태로 보았어요.`,
    inputSize: ({ where, data }) =>
      `코드에 “${where}”의 크기가 없어 모든 층을 지날 수 있는 ${josa(shapeText(data.shape), '으로/로')} 정했어요. 다르면 입력 브릭에서 바꾸세요.`,
    lossActivation: ({ where, data }) =>
      `PyTorch의 ${data.loss} 안에 있는 ${josa(data.activation, '을/를')} 여기에서는 “${where}”에 두었으므로 모델이 확률을 출력해요.`,
    missingShards: ({ data }) =>
      `가중치가 없어요. 가중치는 ${listText(data.files)}에 있으므로 파일과 함께 선택하세요. 지금은 무작위 값으로 시작해요.`,
    missingWeights: ({ data }) =>
      `가중치 파일에 ${josa(listText(data.names), '이/가')} 없거나 형태가 달라요. 다른 모델의 파일이므로 모든 가중치가 무작위 값으로 시작해요.`,
    noWeights: () => '파일에 가중치가 없어요. 무작위 값으로 시작해요.',
    optimizerState: ({ data }) =>
      `옵티마이저 ${data.optimizer}의 상태도 파일에서 가져왔으므로 학습이 멈춘 곳에서 이어져요.`,
    optimizerAnew: ({ data }) =>
      `옵티마이저 ${data.optimizer}의 상태는 여기의 학습 설정에 맞지 않아 옮기지 않았어요. 처음 상태로 시작해요.`,
    channelsFirst: ({ where }) =>
      `이 모델은 채널이 앞에 있는 형식이에요. 여기서는 채널이 마지막이므로 “${where}”에는 높이, 너비, 채널 순서로 넣으세요. 가중치도 예측도 같아요.`,
    backbone: ({ where, data }) =>
      `${josa(`“${where}”`, '은/는')} 모든 층이 ${josa(data.model, '과/와')} 같아 파일의 가중치를 지닌 브릭 하나로 놓았어요.`,
    architecture: ({ data }) =>
      `파일에 가중치만 있지만 ${data.model}${data.options.length === 0 ? '' : `(${data.options.join(', ')})`}의 가중치와 정확히 같아 그 모델로 열었어요.`,
    untold: ({ where, data }) =>
      `“${where}”의 가중치로는 ${data.parameters.join(', ')} 값을 알 수 없어 Keras의 기본값을 썼어요. 원래 모델의 값으로 고치세요.`,
    fittingInput: ({ where, data }) =>
      `파일에 입력 형태가 없어 ${josa(`“${where}”`, '을/를')} ${josa(valueText(data.shape), '으로/로')} 보았어요. padding이 ${data.padding}일 때 가중치에 맞는 입력이에요. 다른 크기도 맞을 수 있으니 원래 모델의 값으로 고치세요.`,
    orderByShapes: () => '파일에 층의 순서가 없어 가중치의 형태에 맞는 순서로 놓았어요.',
    placeUntold: ({ where, data }) =>
      `파일에 “${where}”(${data.layer}) 층의 자리가 없어요. 예측을 바꾸지 않으므로 옮기지 않았어요.`,
    codeLine: ({ data }) => `옮기지 않은 부분이 있어요. ${codeTroubleText(data, 'ko')}`,
    trainingSetting: ({ data }) =>
      `학습: ${data.setting} = ${data.value} 설정은 옮기지 않았어요. 학습 패널에서 선택하세요.`,
  },
};

/** What was assumed and what was left out, one sentence each. */
export function importNotes({ assumed, dropped }: ImportReport, language: Language): string[] {
  return [...assumed, ...dropped].map((note) => (notes[language][note.code] as (note: ImportNote) => string)(note));
}
