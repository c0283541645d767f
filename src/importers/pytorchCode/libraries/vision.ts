import { CodeError, type TorchvisionDifference } from '../../kerasCode/codeError';
import { module, native, unknown } from '../../kerasCode/values/make';
import type { Call, Value } from '../../kerasCode/values/value';
import { publishedNetwork } from './published';
import type { TorchSession } from '../session';

/** Sizes of the samples of datasets, channels first. */
const datasets: Readonly<Record<string, readonly number[]>> = {
  MNIST: [1, 28, 28],
  FashionMNIST: [1, 28, 28],
  KMNIST: [1, 28, 28],
  QMNIST: [1, 28, 28],
  EMNIST: [1, 28, 28],
  CIFAR10: [3, 32, 32],
  CIFAR100: [3, 32, 32],
  SVHN: [3, 32, 32],
  STL10: [3, 96, 96],
};

/** Changes of pictures that say how large they are afterwards. */
const sizing = /^(Resize|CenterCrop|RandomCrop|RandomResizedCrop)$/;

/**
 * How networks differ from Keras's: a MobileNetV2 pads both sides and has another epsilon; an InceptionV3 counts padding in
 * its averages. Source: torchvision's and Keras's code.
 */
const differences: readonly (readonly [RegExp, TorchvisionDifference])[] = [
  [/^mobilenet_v2$/, 'padding'],
  [/^inception_v3$/, 'averages'],
];

function sizeOf({ args: [first], named }: Call): readonly number[] | null {
  const given = first ?? named.get('size');
  if (given?.kind === 'number') return [given.value, given.value];
  const sizes =
    given && 'items' in given ? given.items.map((each) => (each.kind === 'number' ? each.value : null)) : [];
  return sizes.length === 2 && !sizes.includes(null) ? (sizes as number[]) : null;
}

/** What a path of torchvision is: what it says of the pictures that come in. */
export function visionMember(path: string, session: TorchSession): Value {
  const parts = path.split('.');
  const name = parts.at(-1)!;
  if (parts.includes('datasets') && Object.hasOwn(datasets, name)) {
    return native(name, ({ line }) => {
      session.datasets.push(datasets[name]!);
      return unknown(name, line);
    });
  }
  if (parts.includes('transforms') && sizing.test(name)) {
    return native(name, (call) => {
      const size = sizeOf(call);
      if (size) session.pictures.push(size);
      return unknown(name, call.line);
    });
  }
  // What lies in torchvision's models is not in the text; some of it is known.
  if (parts[1] === 'models' && parts.length > 2 && /^[a-z]\w*\d|^(alexnet|googlenet|get_model)$/.test(name)) {
    const published = publishedNetwork(name, session);
    if (published) return published;
    return native(name, ({ line }) => {
      const [, differs = 'missing'] = differences.find(([known]) => known.test(name)) ?? [];
      throw new CodeError('torchvision', line, { name, differs });
    });
  }
  return module(path);
}

/** `summary(model, (3, 224, 224))` of torchsummary, or `summary(model, input_size=(1, 3, 224, 224))` of torchinfo. */
export const summary = (session: TorchSession) =>
  native('summary', ({ args: [model, ...more], named, line }) => {
    const given = named.get('input_size') ?? more[0];
    const whole = given && 'items' in given ? given.items : [];
    const lists = whole.every((each) => 'items' in each) ? whole : given ? [given] : [];
    const sizes = lists.map((each) =>
      'items' in each ? each.items.map((size) => (size.kind === 'number' ? Math.abs(size.value) : 0)) : [],
    );
    if (sizes.length > 0 && model?.kind === 'instance') session.said.push({ of: model, sizes, batched: null });
    return unknown('summary(…)', line);
  });
