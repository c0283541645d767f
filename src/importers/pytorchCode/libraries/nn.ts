import { native, none, unknown } from '../../kerasCode/values/make';
import type { ClassValue, NativeValue, Value } from '../../kerasCode/values/value';
import { containerClasses } from '../modules/containers';
import { type LayerKind, layerClass } from '../modules/layerClass';
import { convolutionLayers } from '../modules/layers/convolution';
import { coreLayers } from '../modules/layers/core';
import { normalizationLayers } from '../modules/layers/normalization';
import { recurrentLayers } from '../modules/layers/recurrent';
import { moduleClass } from '../modules/moduleClass';
import { placeholder } from '../operations/placeholder';
import type { TorchSession } from '../session';
import { TorchData, TorchParameter } from '../trace/data';

const kinds: Readonly<Record<string, LayerKind>> = {
  ...coreLayers,
  ...convolutionLayers,
  ...normalizationLayers,
  ...recurrentLayers,
};

/** A layer that nobody here knows keeps its place. */
const stranger = (name: string): LayerKind => ({
  signature: '*args **',
  run({ given, trace, input, others }) {
    const call = { ...given.call, args: [input, ...others], named: new Map() };
    const settings = Object.fromEntries(
      given.names().map((each) => {
        const value = given.value(each);
        const items = 'items' in value ? value.items.map((item) => ('value' in item ? item.value : null)) : null;
        return [each, items ?? ('value' in value ? value.value : null)];
      }),
    );
    return placeholder(name, 'torch.nn', call, trace, JSON.stringify(settings));
  },
});

/** Classes of `torch.nn`, made once for a text. */
export class NeuralModules {
  readonly base: ClassValue;
  private readonly classes = new Map<string, Value>();

  constructor(private readonly session: TorchSession) {
    this.base = moduleClass(session);
    this.classes.set('Module', this.base);
    for (const each of containerClasses(this.base, session)) this.classes.set(each.name, each);
  }

  /** Null: no class of `torch.nn`. */
  member(name: string): Value | null {
    const known = this.classes.get(name);
    if (known) return known;
    const made = this.make(name);
    if (made) this.classes.set(name, made);
    return made;
  }

  private make(name: string): Value | null {
    if (Object.hasOwn(kinds, name)) return layerClass(name, kinds[name]!, this.base, this.session);
    if (name === 'Parameter') return parameter;
    if (/Loss\w*$/.test(name)) return this.loss(name);
    if (/^[A-Z]\w*$/.test(name)) return layerClass(name, stranger(name), this.base, this.session);
    return null;
  }

  private loss(name: string): NativeValue {
    return native(name, (call) => {
      this.session.losses.push({ name, given: call.named });
      return unknown(name, call.line);
    });
  }
}

/** `nn.Parameter(data)`. */
const parameter = native('Parameter', ({ args: [data], named }) => {
  const given = data ?? named.get('data');
  return given instanceof TorchData ? new TorchParameter(given.dims) : (given ?? none);
});
