import type { Shape } from '../../../brick/shape';
import type { Asked, LayerPrinter, LayerPrinters, Printed } from '../layer';
import { axisIn, straight } from '../layer';
import { joinedMask, maskedExtreme, maskedProduct } from '../python/masks';

/** Which inputs come with masks, which lie behind the values; null where none does. */
const maskedPorts = ({ call }: Asked) => (call.args['masked'] as readonly boolean[] | undefined) ?? null;

/** Values and masks as two Python lists, `None` where a value has none. */
function withMasks(given: readonly string[], ports: readonly boolean[]): string {
  const masks = given.slice(ports.length);
  const beside = ports.map((masked) => (masked ? masks.shift()! : 'None'));
  return `[${given.slice(0, ports.length).join(', ')}], [${beside.join(', ')}]`;
}

/** Keras stretches a value of fewer axes behind the batch. */
function aligned(given: readonly string[], shapes: readonly Shape[]): string[] {
  const rank = Math.max(...shapes.map(({ length }) => length));
  return given.map((x, port) => {
    const missing = rank - (shapes[port]?.length ?? rank);
    return `${x}${'.unsqueeze(1)'.repeat(Math.max(missing, 0))}`;
  });
}

/** Values merged one by one: in the layout of the first, or Keras's where ranks differ or masks come. */
function elementwise(
  merge: (given: readonly string[]) => string,
  masked?: Pick<Printed, 'parts'> & { readonly call: (lists: string) => string },
): LayerPrinter {
  return (asked) => {
    const ports = maskedPorts(asked);
    const shapes = asked.inputShapes.slice(0, ports?.length);
    const alike = shapes.every(({ length }) => length === shapes[0]!.length);
    return {
      takes: ports === null && alike ? straight(asked) : 'last',
      forward(given) {
        const values = aligned(given.slice(0, shapes.length), shapes);
        if (ports === null || !masked) return merge(values);
        return masked.call(withMasks([...values, ...given.slice(shapes.length)], ports));
      },
      parts: ports === null ? [] : (masked?.parts ?? []),
    };
  };
}

const folded = (name: string) => (given: readonly string[]) =>
  given.reduce((merged, x) => `torch.${name}(${merged}, ${x})`);

const extreme = (name: string) =>
  elementwise(folded(name), {
    parts: [maskedExtreme],
    call: (lists) => `masked_extreme(torch.${name}, ${lists})`,
  });

const concatenate: LayerPrinter = (asked) => {
  const takes = straight(asked);
  const dim = axisIn(Number(asked.call.kerasArgs['axis']), asked.inputShapes[0]!.length, takes);
  return { takes, forward: (given) => `torch.cat([${given.join(', ')}], dim=${dim})` };
};

const letters = 'cdefghijklmnopqrstuvwxyz';

/** The sum over one axis of each as Einstein's: `bcd,bed->bce`. */
const dot: LayerPrinter = ({ call, inputShapes }) => {
  const [one, other] = inputShapes as readonly [Shape, Shape];
  const [first, second] = call.args['axes'] as readonly [number, number];
  const left = one.map((_, axis) => (axis + 1 === first ? 'a' : letters[axis]!));
  const right = other.map((_, axis) => (axis + 1 === second ? 'a' : letters[axis + one.length]!));
  const out = [...left, ...right].filter((letter) => letter !== 'a').join('');
  const normalize = call.kerasArgs['normalize'] === true;
  const unit = (x: string, axis: number) => (normalize ? `F.normalize(${x}, dim=${axis}, eps=1e-6)` : x);
  return {
    takes: 'last',
    forward([x, y]) {
      const rule = `b${left.join('')},b${right.join('')}->b${out}`;
      const sum = `torch.einsum("${rule}", ${unit(x!, first)}, ${unit(y!, second)})`;
      return out === '' ? `${sum}.unsqueeze(1)` : sum;
    },
  };
};

export const merges: LayerPrinters = {
  Add: elementwise((given) => given.join(' + ')),
  Subtract: elementwise((given) => given.join(' - ')),
  Average: elementwise((given) => `(${given.join(' + ')}) / ${given.length}`),
  Multiply: elementwise((given) => given.join(' * '), {
    parts: [maskedProduct],
    call: (lists) => `masked_product(${lists})`,
  }),
  Maximum: extreme('maximum'),
  Minimum: extreme('minimum'),
  Concatenate: concatenate,
  Dot: dot,
};

const either: LayerPrinter = () => ({ takes: 'last', forward: (given) => given.join(' | ') });

/** Masks, by the class of ours that computes them: `[batch, steps]`, true where a step counts. */
export const maskPrinters: LayerPrinters = {
  'mask/nonZero': () => ({ takes: 'last', forward: ([x]) => `${x} != 0` }),
  'mask/anyUnlike': ({ call }) => ({
    takes: 'last',
    forward: ([x]) => `(${x} != ${Number(call.args['maskValue'])}).any(dim=-1)`,
  }),
  'mask/eitherMask': either,
  'mask/joinedMask': (asked) => ({
    takes: 'last',
    forward: (given) => `joined_mask(${withMasks(given, maskedPorts(asked)!)}, dim=${Number(asked.call.args['axis'])})`,
    parts: [joinedMask],
  }),
};
