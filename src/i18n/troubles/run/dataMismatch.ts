import type { EngineTrouble } from '../../../engine/protocol/engineTrouble';
import type { Language } from '../../words';

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
