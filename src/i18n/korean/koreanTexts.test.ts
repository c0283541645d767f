import { expect, test } from 'vitest';
import { glossary } from './glossary';
import { type ShownText, koreanTexts } from './testTexts';

const shown = ({ file, line, pieces }: ShownText) => `${file}:${line} ${pieces.join('${…}')}`;
const having = (pattern: RegExp) => koreanTexts.filter(({ pieces }) => pattern.test(pieces.join('0'))).map(shown);

test('there are texts to look at', () => {
  expect(koreanTexts.length).toBeGreaterThan(1_000);
});

test('no text shows both forms of a particle', () => {
  expect(having(/[가-힣\d…]\((?:을|를|은|는|이|가|과|와|으|이라는)\)|\((?:으|이)\)(?:로|라)/)).toEqual([]);
});

test('whatever the value, its particle fits: none stands behind a value, josa() puts it there', () => {
  const particle = /^[”"’」]?(?:은|는|이|가|을|를|과|와|으로|로|이에요|예요|이어야|여야|이라는|라는)(?=[\s,.:;…!?)]|$)/;
  expect(koreanTexts.filter(({ pieces }) => pieces.slice(1).some((piece) => particle.test(piece))).map(shown)).toEqual(
    [],
  );
});

test('sentences are said in one voice, 해요체', () => {
  expect(having(/니다|니까(?=[?.\s])|십시오/)).toEqual([]);
});

/** Words of the glossary that mean something else as well, and are said in that meaning. */
const otherMeanings = new Set(
  (
    '블록 네트워크 구조 사진 이미지 클립 글 숫자 값 데이터 종류 크기 차원 축 단계 노드 퍼셉트론 필터 윈도 커널 창 채움 기억 ' +
    '메모리 마스크 제한 초깃값 비율 기울기 난수 증강 고정 실행 속성 지우기 제거 빼기 제외 그림 RNN MNIST'
  ).split(' '),
);
/** Words of two, of which the second alone is no other thing. */
const inPlace = ['분리 합성곱', '단어 벡터'];

test.each(glossary.filter(([, , others]) => others !== undefined))(
  '%s is called %s, and nothing else',
  (_, __, others) => {
    const refused = others!
      .split('; ')
      .filter((word) => /[가-힣]/.test(word) && !otherMeanings.has(word) && !inPlace.includes(word))
      // 동영상 is no 영상, 은닉층 no 닉층: a word begins where no syllable stands before it.
      .flatMap((word) => having(new RegExp(`(?<![가-힣])${word}`)));
    expect(refused).toEqual([]);
  },
);
