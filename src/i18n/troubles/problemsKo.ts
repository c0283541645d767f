import { type Shape, shapeText } from '../../brick/shape';
import type { Wordings } from './wordings';
import { josa } from '../korean/josa';

const ranks: Readonly<Record<number, string>> = {
  0: '값 하나',
  1: '벡터',
  2: '시퀀스(타임스텝 × 특성)',
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
    `${name}에는 ${ranksKo(expected)} 입력이 필요해요. 지금 입력은 ${josa(shapeText(shape), '이에요/예요')}.`,
  windowTooLarge: (name, { axis, size, window, shape }) =>
    `${name}의 윈도는 ${josa(sides[axis], '이/가')} ${window}인데, 입력 ${shapeText(shape)}의 ${josa(sides[axis], '은/는')} ${size}뿐이에요. ` +
    '윈도를 줄이거나 padding을 “same”으로 바꾸세요.',
  inputsDiffer: (name, { shapes, axis }) =>
    axis === null
      ? `${name}의 모든 입력은 형태가 같아야 해요. 지금은 ${josa(shapes.map(shapeText).join(', '), '이에요/예요')}. 앞 브릭을 바꾸세요.`
      : `${name}의 입력은 모두 ${josa(axisKo(axis, shapes[0]!), '이/가')} 같아야 해요. 지금은 ${josa(shapes.map(shapeText).join(', '), '이에요/예요')}. 앞 브릭을 바꾸세요.`,
  elementsDiffer: (name, { from, to, have, need }) =>
    `${name}에서는 값의 개수가 그대로여야 해요. 지금 ${shapeText(from)} = ${count(have)}개, 목표 ${shapeText(to)} = ${count(need)}개예요. ` +
    '목표 형태를 바꾸세요.',
  unknownAxis: (name, { axis, shape }) =>
    `${name}에서는 입력의 ${josa(axisKo(axis, shape), '이/가')} 정해져 있어야 하는데 ${shapeText(shape)}에서는 정해지지 않았어요. 입력 브릭에서 값을 정하세요.`,
  axisOutside: (name, { axis, shape }) =>
    `${name}의 축은 ${axis}인데 ${shapeText(shape)}의 축은 ${shape.length}개예요. 1부터 ${shape.length}까지, 또는 마지막 축을 뜻하는 −1 중에서 선택하세요.`,
  tooFewInputs: (name, { need, have }) =>
    `${name}에는 입력이 ${need}개 이상 필요한데 지금은 ${have}개예요. 브릭을 더 연결하세요.`,
  tooManyInputs: (name, { most, have }) =>
    `${name}에는 입력을 ${most}개만 연결할 수 있는데 지금은 ${have}개예요. 나머지 연결을 끊으세요.`,
  pictureTooSmall: (name, { shape, minimum }) =>
    `${name}에는 ${minimum}×${minimum} 이상의 이미지가 필요해요. 지금은 ${josa(shapeText(shape), '이에요/예요')}. 입력 크기를 키우세요.`,
  channels: (name, { shape, expected }) =>
    `${name}에는 채널이 ${expected}개 필요한데 ${shapeText(shape)}의 채널은 ${String(shape.at(-1) ?? '?')}개예요. 입력 브릭을 바꾸세요.`,
  parameterMismatch: (name, { param, value, allowed }) =>
    `${name}의 ${param} 값이 ${value}인데, 다른 설정이나 입력과 맞지 않아요. 가능한 값: ${allowed}.`,
  unknownLayer: (name, { param, layer, nearest }) =>
    `${name}의 ${param} 값이 “${layer}”인데 그런 층이 없어요.${nearest === null ? '' : ` 가장 비슷한 이름은 ${josa(nearest, '이에요/예요')}.`} 안에 있는 층 중에서 선택하세요.`,
  weightsSource: (name, { weights, architecture, fitting }) =>
    `${architecture}에 맞는 ${weights} 가중치가 없어요. ${name}의 시작값으로 ${fitting}, 파일, 무작위 중 하나를 선택하세요.`,
  weightsFile: (name) =>
    `${name}의 가중치를 파일에서 읽도록 했지만 선택한 파일이 없어요. “가중치…”에서 파일을 선택하거나 무작위로 시작하세요.`,
  weightsAlpha: (name, { alpha, published }) =>
    `Keras는 이 모델 구조의 가중치를 alpha가 ${published.join(', ')}일 때만 제공해요. ${name}의 alpha는 ${josa(alpha, '이에요/예요')}. 이 중 하나를 선택하거나 무작위로 시작하세요.`,
  weightsClasses: (name, { classes, expected }) =>
    `이 가중치와 원래 분류기를 쓰려면 ${name}의 클래스가 ${expected}개여야 하는데 지금은 ${classes}개예요. 분류기를 빼고 새 헤드를 붙이거나 classes를 ${josa(expected, '으로/로')} 바꾸세요.`,
  weightsSize: (name, { shape, sizes }) =>
    `이 가중치와 원래 분류기를 쓰려면 ${name}의 입력 크기가 ${josa(sizes.map((size) => `${size}×${size}`).join(' 또는 '), '이어야/여야')} 하는데 지금은 ${josa(shapeText(shape), '이에요/예요')}. 입력을 바꾸거나 분류기를 빼세요.`,
  missingInput: (name, { port }) =>
    port === 0
      ? `${name}에 연결된 것이 없어요. 브릭이나 입력을 연결하세요.`
      : `${name}의 ${port + 1}번째 입력이 비어 있어요. 브릭을 연결하세요.`,
  loose: (name) => `${josa(name, '이/가')} 아무 브릭과도 연결되지 않아 모델에서 빠졌어요. 연결하거나 삭제하세요.`,
  cycle: (_, { through }) => `연결이 순환해요: ${[...through, through[0]!].join(' → ')}. 이 중 하나를 끊으세요.`,
  placeholder: (name, { layer }) =>
    `“${name}” 브릭은 ${layer} 층의 자리와 설정을 보관해요. DeepBrick은 이 층을 계산하지 않아요. 학습, 예측, 내보내기를 하려면 다른 브릭으로 바꾸세요.`,
  unknownBrick: (name, { type }) =>
    `${name}: 이 버전에서 알 수 없는 종류(“${type}”)의 브릭이에요. 그대로 보관돼요. 최신 버전을 쓰거나 삭제하세요.`,
  parameter: (name, { param, value, allowed }) =>
    `${name}의 ${param} 값이 ${josa(value, '이에요/예요')}. ${allowed === '' ? '이 브릭에는 설정이 없어요. 그 값을 지우세요.' : `가능한 값: ${allowed}.`}`,
  unexpectedInput: (name, { from }) =>
    `${josa(name, '은/는')} 입력 브릭이라 다른 출력을 받을 수 없는데 ${from}에서 연결되어 있어요. 연결을 끊으세요.`,
  doubleInput: (name, { from }) =>
    `${josa(name, '은/는')} 입력을 하나만 받는데 ${from.join(', ')}에서 연결되어 있어요. 하나만 남기거나 Add나 Concatenate로 합치세요.`,
  danglingEdge: (name, { from }) => `${name}에 연결된 브릭 ${josa(from, '이/가')} 없어요. 연결을 끊으세요.`,
  noInput: () => '모델에 입력이 없어요. 이미지나 벡터 입력을 추가해 연결하세요.',
  openBatch: (name) =>
    `${josa(name, '은/는')} 배치 사이에 상태를 유지하므로 모든 배치의 크기가 같아야 해요. 시퀀스 입력에서 배치 크기를 고정하거나 stateful을 끄세요.`,
  maskRefused: (name, { from }) =>
    `${name}: 타임스텝의 마스크를 받지 못하는데 ${from}에서 마스크가 들어와요. 앞 층의 활성화 함수를 softmax로 바꾸거나 마스크를 만들지 않게 하세요.`,
  wholeRefused: (name, { from }) =>
    `${name}: 소수로 계산하는 층인데 ${from}에서 정수가 들어와요. 사이에 Embedding이나 Rescaling을 놓거나 벡터 입력을 쓰세요.`,
  sharedShape: (name, { of, expected, got }) =>
    `${josa(name, '은/는')} ${josa(of, '과/와')} 가중치를 공유해요. ${josa(of, '은/는')} ${shapeText(expected)} 입력에 맞춰져 있는데 여기에는 ${josa(shapeText(got), '이/가')} 들어와요. 두 입력의 형태를 같게 하거나 별도의 가중치를 주세요.`,
  sharedMask: (name, { of }) =>
    `${josa(name, '은/는')} ${josa(of, '과/와')} 가중치를 공유하는데 둘 중 하나에만 타임스텝의 마스크가 들어와요. 둘 다 마스크를 받거나 둘 다 받지 않게 하거나 별도의 가중치를 주세요.`,
  unknownArchitecture: (name, { architecture }) =>
    `${name}: 이 버전에서 알 수 없는 모델 구조(“${architecture}”)예요. 다른 모델을 선택하세요.`,
};
