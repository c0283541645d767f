import type { BuiltInDataset } from '../data/catalogue';
import type { Language } from './words';

type Names = Readonly<Record<BuiltInDataset, string>>;

const en: Names = {
  digits: 'Handwritten digits',
  'digits-odd': 'Digits: odd or even',
  'digits-value': 'Digits as numbers',
  'digits-0-4': 'Digits 0 to 4',
  'digits-5-9': 'Digits 5 to 9',
  line: 'Noisy curve (made up)',
  threshold: 'Yes or no (made up)',
  groups: 'Ten groups (made up)',
  wave: 'Noisy wave (made up)',
  clips: 'Moving square (made up)',
  reviews: 'Film reviews (made up)',
  topics: 'News topics (made up)',
};

const ko: Names = {
  digits: '손글씨 숫자',
  'digits-odd': '손글씨 숫자: 홀짝',
  'digits-value': '손글씨 숫자의 값',
  'digits-0-4': '손글씨 숫자 0–4',
  'digits-5-9': '손글씨 숫자 5–9',
  line: '잡음 섞인 곡선(생성)',
  threshold: '예/아니요(생성)',
  groups: '열 무리(생성)',
  wave: '잡음 섞인 물결(생성)',
  clips: '움직이는 네모(생성)',
  reviews: '영화평(생성)',
  topics: '뉴스 주제(생성)',
};

const named: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ko };

/** Prefix of the ids of somebody's own datasets; the rest is the file's name. */
const ownPrefix = 'own:';
export const photosPrefix = 'photos:';

/** A dataset's name: that of a shipped one, else the file's. */
export function datasetName(id: string, language: Language): string {
  const prefix = [ownPrefix, photosPrefix].find((each) => id.startsWith(each)) ?? '';
  return named[language][id] ?? id.slice(prefix.length);
}
