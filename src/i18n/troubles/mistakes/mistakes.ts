import type { Mistake, MistakeCode, MistakeData } from '../../../data/mistakes/mistake';
import { shortName } from '../../inView';
import { datasetName } from '../../datasetNames';
import { countText } from '../../numbers';
import type { Language } from '../../words';
import { dataTroubleText } from '../dataTrouble';
import { josa } from '../../korean/josa';

type Wordings = { readonly [C in MistakeCode]: (name: string, data: MistakeData<C>) => string };

const many = (count: number, word: string) => `${countText(count, 'en')} ${word}${count === 1 ? '' : 's'}`;

const en: Wordings = {
  misfit: (_, { trouble, dataset }) => dataTroubleText(trouble, dataset, 'en'),
  softmaxOfOne: (name) =>
    `${name} is a softmax over one value, which is always 1: nothing can be learned. Take sigmoid for yes or no, or one unit for each class.`,
  lossOfOne: (name, { loss }) =>
    `${loss} compares several outputs with each other, but ${name} has one. Take binaryCrossentropy with sigmoid, or one unit for each class.`,
  activationOfLoss: (name, { loss, activation, wanted }) =>
    `${loss} expects the activation ${wanted}, but the values of ${name} come with ${activation}: it will learn badly or not at all. Set ${wanted}, or another loss.`,
  units: (name, { units, expected, kind }) =>
    kind === 'classes'
      ? `${name} gives ${many(units, 'value')}, but the data have ${countText(expected, 'en')} classes. Give it one unit for each class.`
      : `${name} gives ${many(units, 'value')}, but the data have ${many(expected, 'number')} to predict. Give it one unit for each number.`,
  photosWanted: (name, { units, dataset }) =>
    `This model is for photos of your own: ${name} tells ${units === 1 ? 'yes from no' : `${countText(units, 'en')} classes apart`}${dataset === null ? '' : `, while “${datasetName(dataset, 'en')}” is chosen`}. Bring photos, one folder for each class.`,
  boundedOutput: (name, { activation, bound, largest }) =>
    `${activation} of ${name} ends at ${bound}, but the numbers to predict go up to ${countText(largest, 'en')}. Take no activation (linear).`,
  unscaledInputs: (name, { largest }) =>
    `Values up to ${countText(largest, 'en')} go into ${name} unscaled; layers learn from values near −1 … 1. Put Normalization behind it, or scale the data.`,
  unscaledTargets: (name, { largest }) =>
    `${name} has to predict numbers up to ${countText(largest, 'en')}, which takes very long or runs away. Divide them in the data, or multiply at the end with Rescaling.`,
  unscaledPictures: (name) =>
    `Pixels go into ${name} as 0 … 255; layers learn from values near 0 … 1. Choose a preparation, or put Rescaling behind it.`,
};

const ko: Wordings = {
  misfit: (_, { trouble, dataset }) => dataTroubleText(trouble, dataset, 'ko'),
  softmaxOfOne: (name) =>
    `${name}: 값이 하나인 softmax는 항상 1이어서 아무것도 학습하지 못해요. 예/아니요라면 sigmoid를, 아니면 클래스마다 유닛 하나를 쓰세요.`,
  lossOfOne: (name, { loss }) =>
    `손실 함수 ${loss}: 여러 출력을 서로 비교하지만 ${name}의 출력은 하나예요. sigmoid와 binaryCrossentropy를 쓰거나 클래스마다 유닛 하나를 두세요.`,
  activationOfLoss: (name, { loss, activation, wanted }) =>
    `손실 함수 ${loss}에는 활성화 함수 ${josa(wanted, '이/가')} 맞지만 ${name}의 값은 ${activation}에서 나와요. 학습이 잘되지 않아요. ${josa(wanted, '을/를')} 적용하거나 손실 함수를 바꾸세요.`,
  units: (name, { units, expected, kind }) =>
    kind === 'classes'
      ? `${name}의 값은 ${countText(units, 'ko')}개인데 데이터의 클래스는 ${countText(expected, 'ko')}개예요. 클래스마다 유닛 하나를 두세요.`
      : `${name}의 값은 ${countText(units, 'ko')}개인데 데이터에서 예측할 수치는 ${countText(expected, 'ko')}개예요. 수치마다 유닛 하나를 두세요.`,
  photosWanted: (name, { units, dataset }) =>
    `내 사진으로 학습하는 모델이에요. ${josa(name, '은/는')} ${units === 1 ? '예/아니요를' : `클래스 ${countText(units, 'ko')}개를`} 구분${dataset === null ? '해요' : `하는데 데이터는 ${josa(`“${datasetName(dataset, 'ko')}”`, '이에요/예요')}`}. 클래스마다 폴더 하나씩 사진을 가져오세요.`,
  boundedOutput: (name, { activation, bound, largest }) =>
    `${name}의 ${activation} 값은 최대 ${bound}인데 예측할 수치는 최대 ${josa(countText(largest, 'ko'), '이에요/예요')}. 활성화 함수 없이(linear) 두세요.`,
  unscaledInputs: (name, { largest }) =>
    `최대 ${countText(largest, 'ko')}인 값이 크기 조정 없이 ${name}에 들어가요. 층은 −1 … 1 정도의 값에서 잘 학습해요. 뒤에 Normalization을 놓거나 데이터의 크기를 조정하세요.`,
  unscaledTargets: (name, { largest }) =>
    `${name}에서 예측할 수치가 최대 ${josa(countText(largest, 'ko'), '이에요/예요')}. 학습이 매우 느리거나 발산해요. 데이터에서 나누어 줄이거나 끝에서 Rescaling으로 곱하세요.`,
  unscaledPictures: (name) =>
    `픽셀이 0 … 255 그대로 ${name}에 들어가요. 층은 0 … 1 정도의 값에서 잘 학습해요. 이미지 전처리 방식을 선택하거나 뒤에 Rescaling을 놓으세요.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** What does not fit or is probably not meant, in a sentence or two: what was expected, what is there, the way out. */
export function mistakeText({ code, where, data }: Mistake, language: Language): string {
  const word = wordings[language][code] as (name: string, data: Mistake['data']) => string;
  return word(shortName(where), data);
}
