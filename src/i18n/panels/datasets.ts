import type { BuiltInDataset } from '../../data/catalogue';
import type { DatasetFacts, TargetFacts } from '../../data/dataset';
import { photosPrefix } from '../datasetNames';
import { type Language, defineWords } from '../words';

type Abouts = Readonly<Record<BuiltInDataset, string>>;

const en: Abouts = {
  digits: 'MNIST: which of the ten digits is it?',
  'digits-odd': 'MNIST: is the handwritten digit odd?',
  'digits-value': 'MNIST: the digit’s value as a number',
  'digits-0-4': 'MNIST: which of the digits 0 to 4 is it?',
  'digits-5-9': 'MNIST: which of the digits 5 to 9 is it?',
  line: 'Points scattered about a bent curve: x → y',
  threshold: 'Made-up rows of 12 numbers: is a mixture of them large?',
  groups: 'Made-up rows of 12 numbers in ten groups, A to J',
  wave: 'A made-up time series: 40 values → the next one',
  clips: 'Made-up clips of 8 frames: does the square go left or right?',
  reviews: 'Made-up English reviews: did they like the film?',
  topics: 'Made-up English news: which of 46 topics?',
};

const ko: Abouts = {
  digits: 'MNIST: 열 숫자 가운데 무엇인가?',
  'digits-odd': 'MNIST: 손글씨 숫자가 홀수인가?',
  'digits-value': 'MNIST: 손글씨 숫자의 값을 숫자로 맞히기',
  'digits-0-4': 'MNIST: 0부터 4까지 숫자 가운데 무엇인가?',
  'digits-5-9': 'MNIST: 5부터 9까지 숫자 가운데 무엇인가?',
  line: '굽은 곡선 둘레에 흩어진 점: x → y',
  threshold: '만들어 낸 숫자 12개: 섞은 값이 큰가?',
  groups: '만들어 낸 숫자 12개: A부터 J까지 열 무리',
  wave: '만들어 낸 시계열: 값 40개 → 다음 값',
  clips: '만들어 낸 8프레임 동영상: 네모가 왼쪽으로 가는가, 오른쪽으로 가는가?',
  reviews: '만들어 낸 영어 영화평: 마음에 들어 했는가?',
  topics: '만들어 낸 영어 뉴스: 46개 주제 가운데 무엇인가?',
};

const abouts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ko };
const classes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  ko: { yes: '예', no: '아니요', odd: '홀수', even: '짝수', left: '왼쪽', right: '오른쪽' },
};

/** The name of a class; those of the shipped datasets are translated. */
export function className(dataset: string, name: string, language: Language): string {
  return abouts[language][dataset] === undefined ? name : (classes[language][name] ?? name);
}

export const datasetWords = defineWords({
  en: {
    shapes: (shape: string, target: string) => `${shape} → ${target}`,
    split: (train: string, validation: string) => `${train} to train, ${validation} to validate`,
    test: (test: string) => `, ${test} to test`,
    classes: (count: number) => (count === 2 ? 'one of two' : `${count} classes`),
    numbers: (count: number) => (count === 1 ? 'a number' : `${count} numbers`),
    vocabulary: (words: string) => `${words} different words`,
    fits: 'Fits this model',
    others: 'Does not fit',
    loading: 'Loading the samples…',
    failed: 'The samples could not be loaded. Reload the page; they are part of it and need no network.',
    missing: 'This file is not in this browser. Import it again, or choose another dataset.',
  },
  ko: {
    shapes: (shape: string, target: string) => `${shape} → ${target}`,
    split: (train: string, validation: string) => `학습 ${train}개, 검증 ${validation}개`,
    test: (test: string) => `, 테스트 ${test}개`,
    classes: (count: number) => (count === 2 ? '둘 중 하나' : `클래스 ${count}개`),
    numbers: (count: number) => (count === 1 ? '숫자 하나' : `숫자 ${count}개`),
    vocabulary: (words: string) => `단어 ${words}가지`,
    fits: '이 모델에 맞음',
    others: '맞지 않음',
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
  const { test = 0 } = facts;
  // Photos have no size of their own: they take the model's.
  const photos = facts.id.startsWith(photosPrefix);
  return [
    abouts[language][facts.id] ??
      (photos ? targetText(facts.target, words) : words.shapes(sizes(facts.shape), targetText(facts.target, words))),
    words.split(count(facts.count - facts.validation - test), count(facts.validation)) +
      (test === 0 ? '' : words.test(count(test))),
    ...(photos ? [] : [sizes(facts.shape)]),
    ...(facts.vocabulary === null ? [] : [words.vocabulary(count(facts.vocabulary))]),
  ].join(' · ');
}
