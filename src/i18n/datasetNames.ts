import type { BuiltInDataset } from '../data/catalogue';
import { isOwnFile, ownPrefix, photosPrefix, photosToCome } from '../document/training/datasetIds';
import { shortName } from './inView';
import type { Language } from './words';
import { josa } from './korean/josa';

type Names = Readonly<Record<BuiltInDataset, string>>;

const en: Names = {
  digits: 'Handwritten digits',
  'digits-odd': 'Digits: odd or even',
  'digits-value': 'Digits as numbers',
  'digits-0-4': 'Digits 0 to 4',
  'digits-5-9': 'Digits 5 to 9',
  line: 'Noisy curve (synthetic)',
  threshold: 'Yes or no (synthetic)',
  groups: 'Ten groups (synthetic)',
  wave: 'Noisy wave (synthetic)',
  clips: 'Moving square (synthetic)',
  reviews: 'Film reviews (synthetic)',
  topics: 'News topics (synthetic)',
};

const ko: Names = {
  digits: '손글씨 숫자',
  'digits-odd': '손글씨 숫자: 홀짝',
  'digits-value': '손글씨 숫자의 값',
  'digits-0-4': '손글씨 숫자 0–4',
  'digits-5-9': '손글씨 숫자 5–9',
  line: '잡음 섞인 곡선(인공)',
  threshold: '예/아니요(인공)',
  groups: '열 개 그룹(인공)',
  wave: '잡음 섞인 파형(인공)',
  clips: '움직이는 사각형(인공)',
  reviews: '영화 리뷰(인공)',
  topics: '뉴스 주제(인공)',
};

const named: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ko };

const toCome: Readonly<Record<Language, string>> = { en: 'Your photos', ko: '내 사진' };

/** A dataset's name: that of a shipped one, else the file's; photos that are to come have none yet. */
export function datasetName(id: string, language: Language): string {
  if (id === photosToCome) return toCome[language];
  const prefix = [ownPrefix, photosPrefix].find((each) => id.startsWith(each)) ?? '';
  return named[language][id] ?? id.slice(prefix.length);
}

const gone: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) =>
    `The data “${name}” are not in this browser, or can no longer be read. Add the file again in Training, or choose another dataset.`,
  ko: (name) =>
    `데이터 ${josa(`“${name}”`, '이/가')} 이 브라우저에 없거나 더는 읽을 수 없어요. 학습 패널에서 파일을 다시 추가하거나 다른 데이터셋을 선택하세요.`,
};

/** Somebody's own dataset that is not there; null for an id of none. */
export const ownDataGoneText = (id: string, language: Language): string | null =>
  isOwnFile(id) ? gone[language](shortName(datasetName(id, language))) : null;
