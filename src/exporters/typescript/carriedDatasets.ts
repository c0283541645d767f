import type { Language } from '../../brick/brick';
import { type Plan, runnable } from '../../compile/plan';
import { builtInFacts } from '../../data/catalogue';
import { compatibilityOf } from '../../data/compatibility';
import { photosToCome } from '../../document/training/datasetIds';
import type { Training } from '../../document/training';

/** A dataset of the editor as the exported project has it. */
export interface CarriedDataset {
  /** What it is, in a sentence. */
  readonly about: Readonly<Record<Language, string>>;
  /** The file that has it, in the project's runtime, and the function that makes it. */
  readonly file: string;
  readonly name: string;
}

const digits = (name: string, en: string, ko: string): CarriedDataset => ({
  about: {
    en: `10,000 real handwritten digits of MNIST, 28×28, ${en}; the last 1,500 are for validation`,
    ko: `MNIST의 실제 손글씨 숫자 10,000개, 28×28, ${ko}; 마지막 1,500개는 검증용`,
  },
  file: 'reading/digits',
  name,
});
const made = (name: string, en: string, ko: string, file = name): CarriedDataset => ({
  about: {
    en: `Synthetic data, the same from its seed every time: ${en}`,
    ko: `시드가 같으면 늘 같게 만들어지는 데이터: ${ko}`,
  },
  file: `data/made/${file}`,
  name,
});

const carried: Readonly<Record<string, CarriedDataset>> = {
  digits: digits('digits', 'each with its class', '숫자마다 클래스'),
  'digits-odd': digits('oddDigits', 'each odd or even', '숫자마다 홀수 또는 짝수'),
  'digits-value': digits('digitValues', 'each with its value as a number', '숫자마다 그 값'),
  'digits-0-4': digits('lowDigits', 'only 0 to 4', '0부터 4까지만'),
  'digits-5-9': digits('highDigits', 'only 5 to 9', '5부터 9까지만'),
  line: made('line', 'points scattered about a bent curve, x → y', '굽은 곡선 둘레에 흩어진 점, x → y'),
  threshold: made(
    'threshold',
    'rows of 12 numbers: is a mixture of them large?',
    '수치 12개씩: 조합한 값이 기준보다 큰지 분류',
  ),
  groups: made('groups', 'rows of 12 numbers in ten groups, A to J', '수치 12개씩, A부터 J까지 10개 그룹'),
  wave: made('wave', 'a noisy time series, 40 values → the next one', '잡음이 섞인 시계열, 값 40개 → 다음 값'),
  clips: made(
    'clips',
    'clips of 8 frames: does the square go left or right?',
    '프레임 8개: 네모가 왼쪽으로 가나 오른쪽으로 가나?',
  ),
  reviews: made('reviews', 'English film reviews: did they like the film?', '영어 영화평: 마음에 들었나?'),
  topics: made('topicTexts', 'English news on 46 topics', '46가지 주제의 영어 뉴스', 'topics'),
};

/** Does the model take the page's dataset? Unknown ones are nobody's here. */
function isTaken(plan: Plan, training: Training): boolean {
  const facts = builtInFacts(training.dataset);
  return facts !== null && runnable(plan) && 'feeds' in compatibilityOf(plan, training, facts);
}

/** The dataset as the project has it; null for somebody's own, which is named with --data, and for one that the model does not take. */
export function carriedDataset(plan: Plan, training: Training): CarriedDataset | null {
  const { dataset } = training;
  return Object.hasOwn(carried, dataset) && isTaken(plan, training) ? carried[dataset]! : null;
}

/** The editor's data by a name: a file by its own, a set of photos by its folder's. */
const named = ({ dataset }: Training): string =>
  dataset === photosToCome ? 'photos of your own, a folder for each class' : dataset;

/** What the project lacks. */
const missingDataset = (training: Training): string =>
  Object.hasOwn(carried, training.dataset) ? `${training.dataset}, which the model does not take` : named(training);

/** The dataset that a project has, if any, and else the name of what it lacks. */
export interface Carried {
  readonly dataset: CarriedDataset | null;
  readonly missing: string;
}

/** What a project has of the editor's data; `left`: nothing, by choice. */
export const carriedData = (plan: Plan, training: Training, left: boolean): Carried =>
  left
    ? { dataset: null, missing: named(training) }
    : { dataset: carriedDataset(plan, training), missing: missingDataset(training) };
