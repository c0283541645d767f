import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { shape } from '../../src/brick/fields';
import { type Shape, ShapeError, elements, needsRank, shapeText } from '../../src/brick/shape';

/** The target with its open axis worked out where the input is known. Throws `ShapeError('elementsDiffer')`. */
function resolve(x: Shape | undefined, target: Shape): Shape {
  const from = needsRank(x, 1, 2, 3, 4, 5);
  const free = target.filter((size) => size === null).length;
  if (free > 1) {
    const value = shapeText(target);
    throw new ShapeError('parameterMismatch', { param: 'targetShape', value, allowed: 'one −1' });
  }
  const have = elements(from);
  const need = target.reduce<number>((product, size) => product * (size ?? 1), 1);
  if (have === null) return target;
  if (free === 0 ? have !== need : have % need !== 0) {
    throw new ShapeError('elementsDiffer', { from, to: target, have, need });
  }
  return target.map((size) => size ?? have / need);
}

/** A size that is worked out with the data only. */
const open = (x: Shape | undefined, target: Shape) => resolve(x, target).includes(null);

const written = (target: Shape): Arguments => ({ targetShape: target.map((size) => size ?? -1) });

export default defineBrick({
  type: 'reshape',
  category: 'shape',
  layer: { tfjs: 'reshape', keras: 'Reshape' },
  page: 'reshaping_layers/reshape',
  also: '형태 바꾸기, 모양 바꾸기, 형상, 차원, 랭크, 텐서, 리셰이프, view',
  drawing: 'reshaping',
  inputs: 1,
  params: { targetShape: shape([7, 7, 16], { unknown: true }) },
  face: ['targetShape'],
  everyday: true,
  positional: ['targetShape'],
  traits: () => ({ passesValues: true, positions: 'moved' }),
  shape: ([x], { targetShape }) => resolve(x, targetShape),
  // tfjs does not work out −1 before it runs, so that a Dense behind it could not be built.
  own: ({ targetShape }, [x]) => (open(x, targetShape) ? 'shape/openShape' : null),
  args: ({ targetShape }, [x]) => ({ targetShape: resolve(x, targetShape) }),
  kerasArgs: ({ targetShape }) => written(targetShape),
  fromKeras: ({ targetShape }) =>
    Array.isArray(targetShape) ? { targetShape: targetShape.map((size) => (size === -1 ? null : Number(size))) } : {},
  docs: {
    en: {
      name: 'Reshape',
      about: 'Puts the same values into another shape; their number stays. One axis can be left open (−1).',
      params: { targetShape: 'New shape of one sample; −1 is worked out from the rest' },
    },
    ko: {
      name: 'Reshape',
      about: '값의 개수는 그대로 두고 형태만 바꿔요. 한 축은 자동(−1)으로 둘 수 있어요.',
      params: { targetShape: '바꾼 뒤 샘플 하나의 형태. −1은 나머지를 자동으로 채움' },
    },
  },
  examples: [
    { params: {}, in: [[784]], out: [7, 7, 16], weights: 0 },
    { params: { targetShape: [null, 4] }, in: [[6, 2, 3]], out: [9, 4], weights: 0 },
    { params: { targetShape: [36] }, in: [[6, 2, 3]], out: [36], weights: 0 },
  ],
});
