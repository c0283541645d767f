import { describe, expect, test } from 'vitest';
import { brickList } from '../../../../bricks/index';
import { templates } from '../../../../templates/index';
import { page } from '../../../editor/testPage';
import { glossary } from '../../../i18n/korean/glossary';
import { paletteWords } from '../../../i18n/palette';
import { searchTemplates } from '../../gallery/searchTemplates';
import { type PaletteEntry, entriesOf } from '../../palette/entries';
import { searchBricks } from '../../palette/searchBricks';
import { searchCommands } from './searchCommands';

const entries = brickList.flatMap(entriesOf);
const bricksOf = (text: string) =>
  searchBricks(entries, text, (category) => [paletteWords.en[category], paletteWords.ko[category]]).map(({ id }) => id);
const templatesOf = (text: string) =>
  searchTemplates(templates, text).flatMap((group) => group.templates.map(({ id }) => id));
const here = page('lenet5');
const commandsOf = (text: string, language: 'en' | 'ko') =>
  searchCommands(here.commands, text, language).map(({ command }) => command.id);

const typed = glossary.map(([english, korean, others]) => ({
  english,
  words: [korean, ...(others?.split('; ') ?? [])],
}));

test.each(typed)('whoever types any word for $english finds a brick, a template or a command', ({ words }) => {
  const lost = words.filter((text) => [bricksOf(text), templatesOf(text), commandsOf(text, 'ko')].flat().length === 0);
  expect(lost).toEqual([]);
});

test('every other word for a brick finds it', () => {
  const lost = entries.flatMap(({ id, also }) => also.filter((word) => !bricksOf(word).includes(id)));
  expect(lost).toEqual([]);
});

describe('bricks by what people call them', () => {
  test.each([
    ['dense', '완전 연결 층, 완전연결층, 완전연결, 전결합층, 밀집층, 밀집 층, 덴스, FC, fully connected'],
    ['conv2d', '합성곱, 컨볼루션, 콘볼루션, 컨벌루션, CNN, 필터, convolution'],
    ['conv2dTranspose', '전치 합성곱, 역합성곱, 디컨볼루션, deconvolution'],
    ['depthwiseConv2d', '깊이별'],
    ['separableConv2d', '깊이별, 분리 합성곱, 세퍼러블'],
    ['maxPooling2d', '풀링, 최대 풀링, 맥스풀링, maxpool, max pool'],
    ['averagePooling2d', '풀링, 평균 풀링'],
    ['globalAveragePooling2d', '전역 평균 풀링, GAP'],
    ['flatten', '펼치기, 일렬로, 평탄화'],
    ['reshape', '형태 바꾸기'],
    ['permute', '축 바꾸기'],
    ['dropout', '드롭아웃, 과대적합, 과적합'],
    ['batchNormalization', '배치 정규화, BN, batchnorm'],
    ['lstm', '순환, RNN, 장단기 메모리'],
    ['gru', '순환, RNN'],
    ['simpleRnn', '순환, RNN'],
    ['bidirectional', '양방향'],
    ['embedding', '임베딩, 단어 벡터'],
    ['add', '잔차 연결, 지름길, 스킵 연결, 더하기'],
    ['concatenate', '이어 붙이기, 연결, 병합'],
    ['randomFlip', '데이터 증강, 증강'],
    ['rescaling', '스케일 조정, 전처리'],
    ['resizing', '크기 조정, 전처리'],
    ['pretrainedBackbone', '백본, 전이 학습, 사전 학습, 사전 훈련'],
    ['softmax', '소프트맥스, 활성화 함수'],
    ['activation/softmax', '소프트맥스'],
    ['relu', '렐루, 활성화 함수'],
    ['activation/relu', '렐루'],
  ])('%s: %s', (id, words) => {
    expect(words.split(', ').filter((word) => !bricksOf(word).includes(id))).toEqual([]);
  });
});

test.each([
  ['BN', ['batchNormalization']],
  ['fully connected', ['dense']],
  ['dense', ['dense']],
  ['Add', ['add']],
  ['GRU', ['gru']],
  ['평탄화', ['flatten']],
  ['드롭아웃', ['dropout']],
  ['맥스풀링', ['maxPooling1d', 'maxPooling2d', 'maxPooling3d']],
])('%s finds first %j: whole names and words before parts of others', (text, ids) => {
  expect(ids).toContain(bricksOf(text)[0]);
});

const ownNames = ({ brick, preset }: PaletteEntry): readonly string[] =>
  preset ? [preset.name] : [brick.docs.en.name, brick.layer.keras];

test('every brick and preset is found first by its own names', () => {
  const lost = entries.flatMap((entry) => {
    const names = ownNames(entry);
    const named = (name: string) => entries.filter((one) => ownNames(one).includes(name));
    return names.filter((name) => !named(name).some(({ id }) => id === bricksOf(name)[0]));
  });
  expect(lost).toEqual([]);
});

test.each([
  ['회귀', 'deepbrick-10'],
  ['이진 분류', 'deepbrick-12'],
  ['다중 분류', 'deepbrick-15'],
  ['수치예측', 'deepbrick-10'],
  ['트랜스퍼 러닝', 'transfer'],
  ['컨볼루션', 'digits'],
])('templates: %s finds %s', (text, id) => expect(templatesOf(text)).toContain(id));

test.each([
  ['파인튜닝', 'fineTune'],
  ['learning rate', 'training'],
  ['러닝 레이트', 'training'],
  ['옵티마이저', 'training'],
  ['FLOPs', 'summaryTable'],
  ['수용장', 'summaryTable'],
  ['히트맵', 'predict'],
  ['얼리기', 'freeze'],
] as const)('commands: %s finds first %s', (text, id) => expect(commandsOf(text, 'ko')[0]).toBe(id));
