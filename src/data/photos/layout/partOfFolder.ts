import type { Part } from '../photos';

/** What a folder's name says about a part of the data; `rest` is what else is in the name, in small letters. */
export interface FolderPart {
  readonly part: Part;
  readonly rest: string;
}

const words: Readonly<Record<Part, readonly string[]>> = {
  training: ['train', 'training', 'trn', '훈련', '학습', '트레이닝', '트레인'],
  validation: [
    'val',
    'valid',
    'validation',
    'validate',
    'validating',
    'dev',
    'development',
    'eval',
    'evaluation',
    '검증',
    '밸리데이션',
  ],
  test: ['test', 'testing', 'tst', 'holdout', '시험', '테스트', '테스팅', '평가'],
};

/** Words beside the part that say nothing: what is left without them is a name of its own. */
const plain = new Set(
  (
    'set sets data dataset datasets image images img imgs photo photos picture pictures pic pics split splits folder dir ' +
    'file files part subset sample samples all new final v ver version full resized cropped ' +
    '데이터 데이터셋 데이터세트 셋 세트 이미지 사진 그림 용 집합 자료 폴더 파일'
  ).split(' '),
);
const partOf = new Map(
  (Object.keys(words) as Part[]).flatMap((part) => words[part].map((word): [string, Part] => [word, part])),
);
/** What is written together with the part: `trainset`, `훈련용데이터`. */
const tails = [...plain].filter((word) => word.length > 2 || /\p{Script=Hangul}/u.test(word));

/** The words of a name: parted by anything but letters, and where small letters end. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

function partOfWord(word: string): Part | null {
  const part = partOf.get(word);
  if (part !== undefined) return part;
  const tail = tails.find((each) => word.length > each.length && word.endsWith(each));
  return tail === undefined ? null : partOfWord(word.slice(0, -tail.length));
}

/** Is this a name such as `images` or `데이터`, which says nothing of what is in the folder? */
export const saysNothing = (name: string): boolean => wordsOf(name).every((word) => plain.has(word));

/**
 * The part that a folder's name speaks of, spelt any way (`Train`, `training_set`, `02-TEST`, `valData`, `훈련용 데이터`), or
 * null; a name that speaks of two parts says nothing.
 */
export function partOfFolder(name: string): FolderPart | null {
  const all = wordsOf(name);
  const parts = new Set(all.map(partOfWord).filter((part) => part !== null));
  const [part] = parts;
  if (part === undefined || parts.size > 1) return null;
  return { part, rest: all.filter((word) => !plain.has(word) && partOfWord(word) === null).join(' ') };
}
