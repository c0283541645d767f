import type { EngineTrouble } from '../../../engine/protocol/engineTrouble';
import type { Language } from '../../words';
import { josa } from '../../korean/josa';

type Data<C extends EngineTrouble['code']> = Extract<EngineTrouble, { code: C }>['data'];
const shape = (sizes: readonly (number | null)[]) => sizes.map((size) => size ?? '?').join('×');

const mismatches: Readonly<Record<Language, (data: Data<'dataMismatch'>) => string>> = {
  en: ({ expected, got, what }) =>
    what === 'input'
      ? `The data does not fit the input: the model expects ${shape(expected)}, but the data is ${shape(got)}. Change the input brick.`
      : what === 'output'
        ? `The data does not fit the output: the model outputs ${shape(expected)}, but the data has ${shape(got)} classes or numbers. ` +
          'End the model with a Dense brick that has the same number of units, or change the loss.'
        : 'The data does not fit the model: words need a large enough Embedding, and the loss must match the targets. ' +
          'Choose another dataset, or set the loss to auto.',
  ko: ({ expected, got, what }) =>
    what === 'input'
      ? `데이터가 입력과 맞지 않아요. 모델의 입력은 ${shape(expected)}, 데이터는 ${josa(shape(got), '이에요/예요')}. 입력 브릭을 바꾸세요.`
      : what === 'output'
        ? `데이터가 출력과 맞지 않아요. 모델의 출력은 ${shape(expected)}, 데이터의 클래스나 수치는 ${shape(got)}개예요. ` +
          '마지막 브릭을 유닛 수가 같은 Dense로 바꾸거나 손실 함수를 바꾸세요.'
        : '데이터가 모델과 맞지 않아요. 단어 데이터에는 충분히 큰 Embedding이 필요하고, 손실 함수는 정답의 종류와 맞아야 해요. ' +
          '다른 데이터셋을 선택하거나 손실 함수를 “자동”으로 바꾸세요.',
};
const unfit: Readonly<Record<Language, (data: Data<'dataUnfit'>) => string>> = {
  en: ({ layer, reason, got, input }) =>
    reason === 'short'
      ? `The data is too short for ${layer}: of ${shape(input)}, ${shape(got)} is left there, less than its window. Give it longer data, a smaller window, or padding same.`
      : `The data does not fit ${layer}: of ${shape(input)}, ${shape(got)} comes there, which it does not take. Change its settings, or give data of the size it expects.`,
  ko: ({ layer, reason, got, input }) =>
    reason === 'short'
      ? `데이터가 ${layer}에 너무 짧아요. ${shape(input)} 중 여기까지 남는 형태는 ${josa(shape(got), '으로/로')} 윈도보다 작아요. 더 긴 데이터를 쓰거나 윈도를 줄이거나 padding을 same으로 바꾸세요.`
      : `데이터가 ${layer}에 맞지 않아요. ${shape(input)}에서 여기로 들어오는 형태는 ${shape(got)}인데, 이 층이 받을 수 없어요. 설정을 바꾸거나 알맞은 크기의 데이터를 쓰세요.`,
};

/** The engine found, when it began, that the data does not fit the model. */
export const mismatchText = (data: Data<'dataMismatch'>, language: Language): string => mismatches[language](data);

/** Data of open sizes came to nothing, or to what a layer does not take, inside the model. */
export const unfitText = (data: Data<'dataUnfit'>, language: Language): string => unfit[language](data);
