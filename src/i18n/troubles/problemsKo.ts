import { type Shape, shapeText } from '../../brick/shape';
import type { Wordings } from './wordings';

const ranks: Readonly<Record<number, string>> = {
  0: '값 하나',
  1: '벡터',
  2: '시퀀스(단계 × 특징)',
  3: '이미지(높이 × 너비 × 채널)',
};
const axes = ['높이', '너비', '채널 수'] as const;
const sides = { depth: '깊이', height: '높이', width: '너비', steps: '길이' } as const;
const count = (value: number) => value.toLocaleString('en-US');

const ranksKo = (expected: readonly number[]) =>
  (expected.includes(1) ? [1] : expected).map((rank) => ranks[rank] ?? `${rank}차원 텐서`).join(' 또는 ');

const axisKo = (axis: number, shape: Shape) => (shape.length === 3 && axes[axis] ? axes[axis] : `${axis + 1}번째 축`);

/** What is wrong, in Korean: what was expected, what came, the way out. */
export const problemsKo: Wordings = {
  rank: (name, { expected, shape }) =>
    `${name}에 필요한 입력: ${ranksKo(expected)}. 지금 들어온 것은 ${shapeText(shape)}입니다.`,
  windowTooLarge: (name, { axis, size, window, shape }) =>
    `${name}의 창은 ${sides[axis]} ${window}인데, 입력 ${shapeText(shape)}의 ${sides[axis]}는 ${size}뿐입니다. ` +
    '창을 줄이거나 padding을 “same”으로 바꾸십시오.',
  inputsDiffer: (name, { shapes, axis }) =>
    axis === null
      ? `${name}의 모든 입력은 모양이 같아야 합니다. 지금은 ${shapes.map(shapeText).join(', ')}입니다. 앞의 브릭을 바꾸십시오.`
      : `${name}의 입력은 ${axisKo(axis, shapes[0]!)} 값이 서로 같아야 합니다. 지금은 ${shapes.map(shapeText).join(', ')}입니다. 앞의 브릭을 바꾸십시오.`,
  elementsDiffer: (name, { from, to, have, need }) =>
    `${name}에서는 값의 개수가 그대로여야 합니다. 지금 ${shapeText(from)} = ${count(have)}개, 목표 ${shapeText(to)} = ${count(need)}개입니다. ` +
    '목표 모양을 바꾸십시오.',
  unknownAxis: (name, { axis, shape }) =>
    `${name}에는 입력의 ${axisKo(axis, shape)} 정보가 필요하지만 ${shapeText(shape)}에서 정해지지 않았습니다. 입력 브릭에서 정하십시오.`,
  axisOutside: (name, { axis, shape }) =>
    `${name}의 축은 ${axis}인데 ${shapeText(shape)}의 축은 ${shape.length}개입니다. 1부터 ${shape.length}까지, 또는 마지막을 뜻하는 −1을 고르십시오.`,
  tooFewInputs: (name, { need, have }) =>
    `${name}에는 입력이 적어도 ${need}개 필요합니다. 지금은 ${have}개입니다. 브릭을 더 연결하십시오.`,
  tooManyInputs: (name, { most, have }) =>
    `${name}의 입력은 ${most}개인데 지금은 ${have}개가 연결되어 있습니다. 나머지를 끊으십시오.`,
  pictureTooSmall: (name, { shape, minimum }) =>
    `${name}에는 적어도 ${minimum}×${minimum} 크기의 영상이 필요합니다. 지금은 ${shapeText(shape)}입니다. 입력을 키우십시오.`,
  channels: (name, { shape, expected }) =>
    `${name}에는 채널 ${expected}개가 필요합니다. ${shapeText(shape)}의 채널은 ${String(shape.at(-1) ?? '?')}개입니다. 입력 브릭을 바꾸십시오.`,
  parameterMismatch: (name, { param, value, allowed }) =>
    `${name}의 ${param} 값 ${value}: 다른 설정이나 입력과 맞지 않습니다. 가능한 값: ${allowed}.`,
  unknownLayer: (name, { param, layer, nearest }) =>
    `${name}의 ${param} 값 “${layer}”: 그런 레이어가 없습니다.${nearest === null ? '' : ` 가장 비슷한 이름은 ${nearest}입니다.`} 안에 있는 레이어를 고르십시오.`,
  weightsSource: (name, { weights, architecture, fitting }) =>
    `${architecture}에 맞는 ${weights} 가중치가 없습니다. ${name}의 시작값으로 ${fitting}, 파일, 무작위 가운데 하나를 고르십시오.`,
  weightsFile: (name) =>
    `${name}의 가중치를 파일에서 읽도록 했지만 고른 파일이 없습니다. “가중치…”에서 파일을 고르거나 무작위로 시작하십시오.`,
  weightsAlpha: (name, { alpha, published }) =>
    `Keras가 이 구조의 가중치를 제공하는 alpha는 ${published.join(', ')}입니다. ${name}의 값은 ${alpha}입니다. 이 가운데 하나를 고르거나 무작위로 시작하십시오.`,
  weightsClasses: (name, { classes, expected }) =>
    `이 가중치와 본래의 분류기를 쓰면 ${name}의 클래스는 ${expected}개여야 하는데 지금은 ${classes}개입니다. 분류기를 빼고 새 헤드를 붙이거나 classes를 ${expected}(으)로 정하십시오.`,
  weightsSize: (name, { shape, sizes }) =>
    `이 가중치와 본래의 분류기를 쓰면 ${name}의 입력 크기는 ${sizes.map((size) => `${size}×${size}`).join(' 또는 ')}이어야 하는데 지금은 ${shapeText(shape)}입니다. 입력을 바꾸거나 분류기를 빼십시오.`,
  missingInput: (name, { port }) =>
    port === 0
      ? `${name}에 연결된 것이 없습니다. 브릭이나 입력을 연결하십시오.`
      : `${name}의 ${port + 1}번째 입력이 비어 있습니다. 브릭을 연결하십시오.`,
  loose: (name) => `${name}: 아무것과도 연결되지 않아 모델에서 빠집니다. 연결하거나 삭제하십시오.`,
  cycle: (_, { through }) =>
    `연결이 원을 이룹니다: ${[...through, through[0]!].join(' → ')}. 이 가운데 하나를 끊으십시오.`,
  placeholder: (name, { layer }) =>
    `“${name}” 브릭은 ${layer} 층의 자리와 설정을 보관합니다. DeepBrick은 이 층을 계산하지 않습니다. 학습, 예측, 내보내기를 하려면 다른 브릭으로 바꾸십시오.`,
  unknownBrick: (name, { type }) =>
    `${name}의 종류 “${type}”: 이 버전에서 알 수 없는 브릭입니다. 그대로 보관됩니다. 새 버전을 쓰거나 삭제하십시오.`,
  parameter: (name, { param, value, allowed }) =>
    `${name}의 ${param} 값이 ${value}입니다. ${allowed === '' ? '이 브릭에는 설정이 없습니다. 그 값을 지우십시오.' : `가능한 값: ${allowed}.`}`,
  unexpectedInput: (name, { from }) =>
    `${name}: 입력 브릭이라 아무것도 받지 않는데 ${from}에서 연결되어 있습니다. 연결을 끊으십시오.`,
  doubleInput: (name, { from }) =>
    `${name}의 입력은 하나인데 ${from.join(', ')}에서 연결되어 있습니다. 하나만 남기거나 Add나 Concatenate로 합치십시오.`,
  danglingEdge: (name, { from }) => `${name}에 이어진 브릭 ${from}: 문서에 없습니다. 연결을 끊으십시오.`,
  noInput: () => '모델에 입력이 없습니다. 이미지나 벡터 입력을 추가해 연결하십시오.',
  openBatch: (name) =>
    `${name}: 배치 사이에 상태를 유지하므로 모든 배치의 크기가 같아야 합니다. 시퀀스 입력에서 배치 크기를 고정하거나 stateful을 끄십시오.`,
  maskRefused: (name, { from }) =>
    `${name}: 시간 단계의 마스크를 받지 못하는데 ${from}에서 마스크가 들어옵니다. 앞 층의 활성화 함수를 softmax로 바꾸거나 마스크를 만들지 마십시오.`,
  wholeRefused: (name, { from }) =>
    `${name}: 소수로 계산하는 층인데 ${from}에서 정수가 들어옵니다. 사이에 Embedding이나 Rescaling을 놓거나 벡터 입력을 쓰십시오.`,
  unknownArchitecture: (name, { architecture }) =>
    `${name}의 구조 “${architecture}”: 이 버전에서 알 수 없습니다. 다른 구조를 고르십시오.`,
};
