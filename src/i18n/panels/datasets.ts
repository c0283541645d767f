import type { BuiltInDataset } from '../../data/catalogue';
import type { DatasetFacts, TargetFacts } from '../../data/dataset';
import type { DataTrouble } from '../../data/compatibility';
import { type Language, defineWords } from '../words';

type Named = Readonly<Record<BuiltInDataset, { readonly name: string; readonly about: string }>>;

const en: Named = {
  digits: { name: 'Handwritten digits', about: 'MNIST: which of the ten digits is it?' },
  'digits-odd': { name: 'Digits: odd or even', about: 'MNIST: is the handwritten digit odd?' },
  'digits-value': { name: 'Digits as numbers', about: 'MNIST: the digit’s value as a number' },
  'digits-0-4': { name: 'Digits 0 to 4', about: 'MNIST: which of the digits 0 to 4 is it?' },
  'digits-5-9': { name: 'Digits 5 to 9', about: 'MNIST: which of the digits 5 to 9 is it?' },
  line: { name: 'Noisy curve (made up)', about: 'Points scattered about a bent curve: x → y' },
  threshold: { name: 'Yes or no (made up)', about: 'Made-up rows of 12 numbers: is a mixture of them large?' },
  groups: { name: 'Ten groups (made up)', about: 'Made-up rows of 12 numbers in ten groups, A to J' },
  wave: { name: 'Noisy wave (made up)', about: 'A made-up time series: 40 values → the next one' },
  clips: { name: 'Moving square (made up)', about: 'Made-up clips of 8 frames: does the square go left or right?' },
  reviews: { name: 'Film reviews (made up)', about: 'Made-up English reviews: did they like the film?' },
  topics: { name: 'News topics (made up)', about: 'Made-up English news: which of 46 topics?' },
};

const ko: Named = {
  digits: { name: '손글씨 숫자', about: 'MNIST: 열 숫자 가운데 무엇인가?' },
  'digits-odd': { name: '손글씨 숫자: 홀짝', about: 'MNIST: 손글씨 숫자가 홀수인가?' },
  'digits-value': { name: '손글씨 숫자의 값', about: 'MNIST: 손글씨 숫자의 값을 숫자로 맞히기' },
  'digits-0-4': { name: '손글씨 숫자 0–4', about: 'MNIST: 0부터 4까지 숫자 가운데 무엇인가?' },
  'digits-5-9': { name: '손글씨 숫자 5–9', about: 'MNIST: 5부터 9까지 숫자 가운데 무엇인가?' },
  line: { name: '잡음 섞인 곡선(생성)', about: '굽은 곡선 둘레에 흩어진 점: x → y' },
  threshold: { name: '예/아니요(생성)', about: '만들어 낸 숫자 12개: 섞은 값이 큰가?' },
  groups: { name: '열 무리(생성)', about: '만들어 낸 숫자 12개: A부터 J까지 열 무리' },
  wave: { name: '잡음 섞인 물결(생성)', about: '만들어 낸 시계열: 값 40개 → 다음 값' },
  clips: { name: '움직이는 네모(생성)', about: '만들어 낸 8프레임 동영상: 네모가 왼쪽으로 가는가, 오른쪽으로 가는가?' },
  reviews: { name: '영화평(생성)', about: '만들어 낸 영어 영화평: 마음에 들어 했는가?' },
  topics: { name: '뉴스 주제(생성)', about: '만들어 낸 영어 뉴스: 46개 주제 가운데 무엇인가?' },
};

const named: Readonly<Record<Language, Readonly<Record<string, Named[BuiltInDataset]>>>> = { en, ko };
const classes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  ko: { yes: '예', no: '아니요', odd: '홀수', even: '짝수', left: '왼쪽', right: '오른쪽' },
};

/** Prefix of the ids of somebody's own datasets; the rest is the file's name. */
const ownPrefix = 'own:';
const photosPrefix = 'photos:';

/** A dataset's name: that of a shipped one, else the file's. */
export function datasetName(id: string, language: Language): string {
  const prefix = [ownPrefix, photosPrefix].find((each) => id.startsWith(each)) ?? '';
  return named[language][id]?.name ?? id.slice(prefix.length);
}

/** The name of a class; those of the shipped datasets are translated. */
export function className(dataset: string, name: string, language: Language): string {
  return named[language][dataset] === undefined ? name : (classes[language][name] ?? name);
}

export const datasetWords = defineWords({
  en: {
    shapes: (shape: string, target: string) => `${shape} → ${target}`,
    split: (train: string, validation: string) => `${train} to train, ${validation} to validate`,
    classes: (count: number) => (count === 2 ? 'one of two' : `${count} classes`),
    numbers: (count: number) => (count === 1 ? 'a number' : `${count} numbers`),
    vocabulary: (words: string) => `${words} different words`,
    fits: 'Fits this model',
    others: 'Does not fit',
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
    loading: 'Loading the samples…',
    failed: 'The samples could not be loaded. Reload the page; they are part of it and need no network.',
    missing: 'This file is not in this browser. Import it again, or choose another dataset.',
  },
  ko: {
    shapes: (shape: string, target: string) => `${shape} → ${target}`,
    split: (train: string, validation: string) => `학습 ${train}개, 검증 ${validation}개`,
    classes: (count: number) => (count === 2 ? '둘 중 하나' : `클래스 ${count}개`),
    numbers: (count: number) => (count === 1 ? '숫자 하나' : `숫자 ${count}개`),
    vocabulary: (words: string) => `단어 ${words}가지`,
    fits: '이 모델에 맞음',
    others: '맞지 않음',
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
    loading: '샘플을 불러오는 중…',
    failed:
      '샘플을 불러오지 못했습니다. 페이지를 새로 고치십시오. 데이터는 페이지에 들어 있어 네트워크가 필요 없습니다.',
    missing: '이 브라우저에 없는 파일입니다. 다시 가져오거나 다른 데이터셋을 고르십시오.',
  },
});

type DatasetText = (typeof datasetWords)[Language];
const sizes = (shape: readonly (number | null)[]) =>
  shape.length === 0 ? '1' : shape.map((size) => size ?? '?').join('×');

/** `ten classes`, `yes or no`, `a number`. */
export function targetText(target: TargetFacts, words: DatasetText): string {
  return target.kind === 'classes' ? words.classes(target.classes) : words.numbers(target.units);
}

/** What a dataset is, in one line. */
export function aboutDataset(facts: DatasetFacts, language: Language): string {
  const words = datasetWords[language];
  const count = (value: number) => value.toLocaleString('en-US');
  // Photos have no size of their own: they take the model's.
  const photos = facts.id.startsWith(photosPrefix);
  return [
    named[language][facts.id]?.about ??
      (photos ? targetText(facts.target, words) : words.shapes(sizes(facts.shape), targetText(facts.target, words))),
    words.split(count(facts.count - facts.validation), count(facts.validation)),
    ...(photos ? [] : [sizes(facts.shape)]),
    ...(facts.vocabulary === null ? [] : [words.vocabulary(count(facts.vocabulary))]),
  ].join(' · ');
}

/** Why a dataset does not fit the model: what was expected, what came, the way out. */
export function dataTroubleText(trouble: DataTrouble, dataset: string, language: Language): string {
  const words = datasetWords[language];
  const name = datasetName(dataset, language);
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
