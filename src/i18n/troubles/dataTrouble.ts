import type { DataTrouble } from '../../data/compatibility';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { datasetName } from '../datasetNames';
import { inView, shortName } from '../inView';
import { type Language, defineWords } from '../words';

const dataWords = defineWords({
  en: {
    inputMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset} has samples of ${got}, the model’s input is ${expected}. Set the input to ${got}, or choose another dataset.`,
    wantsWords: (dataset: string) =>
      `${dataset} has no words, but the model’s input goes into an Embedding. Choose a dataset of texts.`,
    wantsValues: (dataset: string) =>
      `${dataset} consists of word indices: they need an Embedding right after the input. Add one, or choose another dataset.`,
    vocabularyMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset} has ${got} words, the Embedding only ${expected}. Set its inputDim to ${got} or more.`,
    outputClasses: (expected: string, got: string) =>
      `There are ${expected} classes, the model gives ${got}. End with Dense(${expected}), for example through Swap head.`,
    outputYesNo: (got: string) =>
      `The answer is yes or no, the model gives ${got}. End with Dense(1) and sigmoid, or Dense(2) and softmax.`,
    outputNumbers: (expected: string, got: string) =>
      `The answer is ${expected === '1' ? 'one number' : `${expected} numbers`}, the model gives ${got}. End with Dense(${expected}) without activation.`,
    lossClasses: (output: string, loss: string) =>
      `${output} is judged by ${loss}, which does not go with classes in this form. Set the loss to auto.`,
    lossNumbers: (output: string, loss: string) =>
      `${output} is judged by ${loss}, which compares classes, but the data are numbers. End with a linear Dense and set the loss to auto.`,
  },
  ko: {
    inputMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset}의 샘플은 ${got}인데 모델의 입력은 ${expected}입니다. 입력을 ${got}(으)로 바꾸거나 다른 데이터셋을 고르십시오.`,
    wantsWords: (dataset: string) =>
      `${dataset}에는 단어가 없는데 모델의 입력은 Embedding으로 들어갑니다. 텍스트 데이터셋을 고르십시오.`,
    wantsValues: (dataset: string) =>
      `${dataset}은(는) 단어 번호로 되어 있어 입력 바로 다음에 Embedding이 필요합니다. 추가하거나 다른 데이터셋을 고르십시오.`,
    vocabularyMisfit: (dataset: string, expected: string, got: string) =>
      `${dataset}의 단어는 ${got}가지인데 Embedding은 ${expected}가지뿐입니다. inputDim을 ${got} 이상으로 바꾸십시오.`,
    outputClasses: (expected: string, got: string) =>
      `클래스는 ${expected}개인데 모델의 출력은 ${got}입니다. 헤드 교체 등으로 Dense(${expected})로 끝나게 하십시오.`,
    outputYesNo: (got: string) =>
      `답은 예/아니요인데 모델의 출력은 ${got}입니다. Dense(1)과 sigmoid, 또는 Dense(2)와 softmax로 끝나게 하십시오.`,
    outputNumbers: (expected: string, got: string) =>
      `답은 숫자 ${expected}개인데 모델의 출력은 ${got}입니다. 활성화 없는 Dense(${expected})로 끝나게 하십시오.`,
    lossClasses: (output: string, loss: string) =>
      `${output}의 손실 함수 ${loss}은(는) 이런 클래스에 쓸 수 없습니다. 손실 함수를 자동으로 두십시오.`,
    lossNumbers: (output: string, loss: string) =>
      `${output}의 손실 함수 ${loss}은(는) 클래스를 비교하는데 데이터는 숫자입니다. 활성화 없는 Dense로 끝내고 손실 함수를 자동으로 두십시오.`,
  },
});

const sizes = (shape: readonly (number | null)[]) =>
  shape.length === 0 ? '1' : shape.map((size) => size ?? '?').join('×');

/** Why a dataset does not fit the model: what was expected, what came, the way out. */
export function dataTroubleText(whole: DataTrouble, dataset: string, language: Language): string {
  const words = dataWords[language];
  const trouble = inView(whole);
  const name = shortName(datasetName(dataset, language));
  switch (trouble.code) {
    case 'inputMisfit':
      return words.inputMisfit(name, sizes(trouble.expected), sizes(trouble.got));
    case 'wordsMisfit':
      return trouble.expected === 'words' ? words.wantsWords(name) : words.wantsValues(name);
    case 'vocabularyMisfit':
      return words.vocabularyMisfit(name, String(trouble.expected), String(trouble.got));
    case 'lossMisfit':
      return (trouble.expected.kind === 'classes' ? words.lossClasses : words.lossNumbers)(
        trouble.output,
        trouble.loss,
      );
    case 'outputMisfit': {
      const { expected, got } = trouble;
      if (expected.kind === 'numbers') return words.outputNumbers(String(expected.units), sizes(got));
      return expected.classes === 2
        ? words.outputYesNo(sizes(got))
        : words.outputClasses(String(expected.classes), sizes(got));
    }
  }
}

type Data<C extends EngineTrouble['code']> = Extract<EngineTrouble, { code: C }>['data'];
const shape = (sizes: readonly (number | null)[]) => sizes.map((size) => size ?? '?').join('×');

const mismatches: Readonly<Record<Language, (data: Data<'dataMismatch'>) => string>> = {
  en: ({ expected, got, what }) =>
    what === 'input'
      ? `The data does not fit the input: the model takes ${shape(expected)}, the data has ${shape(got)}. Change the input brick.`
      : what === 'output'
        ? `The data does not fit the output: the model gives ${shape(expected)}, the data has ${shape(got)} classes or numbers. ` +
          'End with a Dense brick that has as many units, or change the loss.'
        : 'The data does not fit the model: words need an Embedding that is large enough, and the loss must fit the answers. ' +
          'Choose another dataset, or set the loss to auto.',
  ko: ({ expected, got, what }) =>
    what === 'input'
      ? `데이터가 입력과 맞지 않습니다. 모델의 입력은 ${shape(expected)}, 데이터는 ${shape(got)}입니다. 입력 브릭을 바꾸십시오.`
      : what === 'output'
        ? `데이터가 출력과 맞지 않습니다. 모델의 출력은 ${shape(expected)}, 데이터의 클래스나 숫자는 ${shape(got)}개입니다. ` +
          '유닛 수가 같은 Dense 브릭으로 끝내거나 손실 함수를 바꾸십시오.'
        : '데이터가 모델과 맞지 않습니다. 단어에는 충분히 큰 Embedding이 필요하고, 손실 함수는 정답과 맞아야 합니다. ' +
          '다른 데이터셋을 고르거나 손실 함수를 자동으로 두십시오.',
};
const unfit: Readonly<Record<Language, (data: Data<'dataUnfit'>) => string>> = {
  en: ({ layer, reason, got, input }) =>
    reason === 'short'
      ? `The data is too short for ${layer}: of ${shape(input)}, ${shape(got)} is left there, less than its window. Give it longer data, a smaller window, or padding same.`
      : `The data does not fit ${layer}: of ${shape(input)}, ${shape(got)} comes there, which it does not take. Change its settings, or give data of the size it expects.`,
  ko: ({ layer, reason, got, input }) =>
    reason === 'short'
      ? `데이터가 ${layer}에 너무 짧습니다. ${shape(input)} 가운데 여기까지 남는 것은 ${shape(got)}로 창보다 작습니다. 더 긴 데이터를 쓰거나 창을 줄이거나 패딩을 same으로 하십시오.`
      : `데이터가 ${layer}에 맞지 않습니다. ${shape(input)}에서 여기로 들어오는 것은 ${shape(got)}인데, 받을 수 없는 크기입니다. 설정을 바꾸거나 알맞은 크기의 데이터를 쓰십시오.`,
};

/** The engine found, when it began, that the data does not fit the model. */
export const mismatchText = (data: Data<'dataMismatch'>, language: Language): string => mismatches[language](data);

/** Data of open sizes came to nothing, or to what a layer does not take, inside the model. */
export const unfitText = (data: Data<'dataUnfit'>, language: Language): string => unfit[language](data);
