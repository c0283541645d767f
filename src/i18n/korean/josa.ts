/** The two forms of a particle: after a final consonant, then after a vowel. */
export type Particle =
  | '은/는'
  | '이/가'
  | '을/를'
  | '과/와'
  | '으로/로'
  | '이에요/예요'
  | '이어야/여야'
  | '이라는/라는'
  | '이라고/라고'
  | '이라/라';

/** What a sound ends in; after ㄹ `으로` loses its first syllable like after a vowel. */
type Ending = 'vowel' | 'ㄹ' | 'consonant';

/** Digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구; also 십, 백, 천 and 만 end in a consonant, as 영 does. */
const digits: readonly Ending[] = [
  'consonant',
  'ㄹ',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'ㄹ',
  'ㄹ',
  'vowel',
];

/** Capitals are read one by one, 엘 엠 엔 알 among them; a letter beside a digit is, too: `conv2d` 콘브이투디. */
const spelled = /(?:(?<!\p{L})\p{L}|\p{Lu}{2})$/u;
const letters: Readonly<Record<string, Ending>> = { l: 'ㄹ', r: 'ㄹ', m: 'consonant', n: 'consonant' };

/** How English words end when Koreans say them: 플래튼, 풀링, 풀, 네임, 샘플, 드롭아웃, 블록; all others get a vowel. */
const words: readonly (readonly [RegExp, Ending])[] = [
  [/(?:le?)$/i, 'ㄹ'],
  [/(?:[mn]e?|ng|ck|[aeiou][kptc]|type)$/i, 'consonant'],
];

/** What is said last: closing signs are silent, and so is a remark in brackets after a name. */
const said = (text: string) =>
  text
    .replace(/(?<=[\p{L}\p{N}”"])\s*\([^()]*\)[^\p{L}\p{N}%]*$/u, '')
    .replace(/%$/, '퍼센트')
    .replace(/[^\p{L}\p{N}%]+$/u, '');

function endingOf(text: string): Ending {
  const last = text.slice(-1);
  if (/[가-힣]/.test(last)) {
    const final = (last.charCodeAt(0) - 0xac00) % 28;
    return final === 0 ? 'vowel' : final === 8 ? 'ㄹ' : 'consonant';
  }
  if (/[0-9]/.test(last)) return digits[Number(last)]!;
  if (spelled.test(text)) return letters[last.toLowerCase()] ?? 'vowel';
  return words.find(([end]) => end.test(text))?.[1] ?? 'vowel';
}

/**
 * The value with the form of the particle that its last sound takes: `이미지를`, `28×28×1로`, `LSTM은`, `“사진”을`. Rules:
 * Korean orthography (한글 맞춤법), digits and Latin letters as they are read.
 */
export function josa(value: string | number, particle: Particle): string {
  const [closed, open] = particle.split('/') as [string, string];
  const ending = endingOf(said(String(value)));
  const afterVowel = ending === 'vowel' || (ending === 'ㄹ' && particle === '으로/로');
  return `${value}${afterVowel ? open : closed}`;
}
