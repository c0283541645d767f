import type { BuiltInDataset } from '../../data/catalogue';
import type { DatasetFacts, TargetFacts } from '../../data/dataset';
import { isPhotos } from '../../document/training/datasetIds';
import { type Language, defineWords } from '../words';

type Abouts = Readonly<Record<BuiltInDataset, string>>;

const en: Abouts = {
  digits: 'MNIST: classify the ten digits',
  'digits-odd': 'MNIST: is the digit odd or even?',
  'digits-value': 'MNIST: predict the digit’s value as a number (regression)',
  'digits-0-4': 'MNIST: classify the digits 0 to 4',
  'digits-5-9': 'MNIST: classify the digits 5 to 9',
  line: 'Points scattered around a curve: x → y',
  threshold: 'Synthetic rows of 12 numbers: is a combination of them above a threshold?',
  groups: 'Synthetic rows of 12 numbers in ten groups, A to J',
  wave: 'Synthetic time series: 40 values → the next one',
  clips: 'Synthetic clips of 8 frames: does the square move left or right?',
  reviews: 'Synthetic English reviews: positive or negative?',
  topics: 'Synthetic English news in 46 topics',
};

const ko: Abouts = {
  digits: 'MNIST: 0부터 9까지 숫자 분류',
  'digits-odd': 'MNIST: 손글씨 숫자가 홀수인지 짝수인지 분류',
  'digits-value': 'MNIST: 손글씨 숫자의 값을 수치로 예측',
  'digits-0-4': 'MNIST: 0부터 4까지 숫자 분류',
  'digits-5-9': 'MNIST: 5부터 9까지 숫자 분류',
  line: '곡선 주변에 흩어진 점: x → y',
  threshold: '수치 12개로 된 인공 데이터: 조합한 값이 기준보다 큰지 분류',
  groups: '수치 12개로 된 인공 데이터: A부터 J까지 10개 그룹으로 분류',
  wave: '인공 시계열: 값 40개 → 다음 값',
  clips: '8프레임짜리 인공 동영상: 사각형이 왼쪽으로 가는지 오른쪽으로 가는지 분류',
  reviews: '인공 영어 리뷰: 긍정인지 부정인지 분류',
  topics: '인공 영어 뉴스: 46개 주제로 분류',
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
    split: (train: string, validation: string) => `${train} training, ${validation} validation`,
    test: (test: string) => `, ${test} to test`,
    classes: (count: number) => (count === 2 ? 'one of two' : `${count} classes`),
    numbers: (count: number) => (count === 1 ? 'a number' : `${count} numbers`),
    vocabulary: (words: string) => `${words} different words`,
    fits: 'Fits this model',
    others: 'Does not fit',
    loading: 'Loading the samples…',
    failed: 'The samples could not be loaded. Reload the page; no network connection is needed.',
    toCome: 'There are no photos yet. Bring some, one folder for each class.',
    missing: 'This file is no longer stored in this browser. Import it again, or choose another dataset.',
  },
  ko: {
    shapes: (shape: string, target: string) => `${shape} → ${target}`,
    split: (train: string, validation: string) => `학습용 ${train}개, 검증용 ${validation}개`,
    test: (test: string) => `, 테스트 ${test}개`,
    classes: (count: number) => (count === 2 ? '둘 중 하나' : `클래스 ${count}개`),
    numbers: (count: number) => (count === 1 ? '수치 하나' : `수치 ${count}개`),
    vocabulary: (words: string) => `단어 ${words}가지`,
    fits: '이 모델에 맞음',
    others: '맞지 않음',
    loading: '샘플을 불러오는 중…',
    failed:
      '샘플을 불러오지 못했어요. 페이지를 새로 고치세요. 데이터가 페이지에 들어 있어 네트워크 연결은 필요 없어요.',
    toCome: '아직 사진이 없어요. 클래스마다 폴더 하나씩 가져오세요.',
    missing: '이 브라우저에 없는 파일이에요. 파일을 다시 가져오거나 다른 데이터셋을 선택하세요.',
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
  const shipped = abouts[language][facts.id];
  const target = targetText(facts.target, words);
  const given =
    facts.kind === 'numbers' && facts.shape.length === 1 ? words.numbers(facts.shape[0]!) : sizes(facts.shape);
  return [
    // Photos have no size of their own: they take the model's.
    shipped ?? (isPhotos(facts.id) ? target : words.shapes(given, target)),
    words.split(count(facts.count - facts.validation - test), count(facts.validation)) +
      (test === 0 ? '' : words.test(count(test))),
    ...(shipped === undefined ? [] : [sizes(facts.shape)]),
    ...(facts.vocabulary === null ? [] : [words.vocabulary(count(facts.vocabulary))]),
  ].join(' · ');
}
