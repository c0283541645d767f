import type { NamedArgument } from '../../../brick/namedArgument';
import { Identifiers } from '../../../compile/identifiers';
import { layerNames } from '../../../compile/layerNames';
import type { Plan, Step } from '../../../compile/plan';
import { commentText } from '../../../compile/commentText';
import { isHelper } from '../../../compile/wired/wired';
import { type Layout, LayerRefused, type Printed } from '../layer';
import { activityPenalty } from '../python/activity';
import type { PythonPart } from '../python/part';
import { type Item, grouped, stepsOf } from './grouped';
import { docText, signatureLines } from './lines';
import { className, classReserved } from './names';
import type { PlacedLayer, PlacedTensor, RefusedLayer } from './placed';
import { Scope } from './scope';
import { type Value, lying, shapeText, usual } from './value';
import { type Wiring, ownerOf, printed, takenFlat, wiringOf } from './wiring';

interface Place {
  /** Before the keys of weights: a backbone's name and `/`. */
  readonly key: string;
  /** Before the names of layers. */
  readonly name: string;
  readonly wiring: Wiring;
  readonly names: ReadonlyMap<string, string>;
}

/** Writes the classes of a model, inner ones first. */
export class Writer {
  readonly classes: string[][] = [];
  readonly parts = new Set<PythonPart>();
  readonly tensors: PlacedTensor[] = [];
  readonly layers: PlacedLayer[] = [];
  readonly refused: RefusedLayer[] = [];
  /** Names of modules none of whose weights is trained. */
  readonly frozen: string[] = [];
  /** Attributes of the modules in their class, by the key of their layer. */
  private readonly modules = new Map<string, string>();
  private readonly classNames: Identifiers;

  constructor(private readonly partNames: readonly string[]) {
    this.classNames = new Identifiers([...classReserved, ...partNames]);
  }

  /** What a plan computes, written into a scope whose class is not written yet. */
  model(plan: Plan, path: string, key = '', name = ''): { scope: Scope; parameters: string[]; doc: string } {
    const wiring = wiringOf(plan);
    const place: Place = { key, name, wiring, names: layerNames(plan.steps) };
    const inputs = wiring.steps.filter(({ inputs: [first] }) => first === undefined);
    const items = grouped(wiring.steps.filter((step) => !inputs.includes(step)));
    const scope = new Scope(items, plan.outputs, path, this.partNames);
    const parameters = inputs.map((step) => {
      const text = scope.variables.take(step.name, step.type);
      const layout = usual(step.shape);
      scope.set(step.name, { text, layout, flattened: null, shape: step.shape });
      this.layers.push({ name: name + place.names.get(step.name)!, key: `${key}${step.name}`, parameters: 0 });
      return text;
    });
    this.compute(scope, place);
    const layouts = plan.outputs.map((output) => usual(scope.value(output).shape));
    const takes = inputs.map(({ name: input, shape }) => `${commentText(input)} ${shapeText(shape, usual(shape))}`);
    const values = scope.returned(layouts);
    const gives = values.map(({ shape }, at) => `${commentText(plan.outputs[at]!)} ${shapeText(shape, layouts[at]!)}`);
    return { scope, parameters, doc: `${takes.join(', ')} -> ${gives.join(', ')}` };
  }

  private compute(scope: Scope, place: Place): void {
    scope.items.forEach((item, at) => {
      if ('step' in item) this.step(scope, place, item.step, at);
      else this.block(scope, place, item, at);
    });
  }

  private step(scope: Scope, place: Place, step: Step, at: number): void {
    if (step.nested) return this.nested(scope, place, step, at);
    const first = scope.value(step.inputs[0]!);
    // The first use names a layer and has its weights; another may be computed before it.
    const owner = ownerOf(step, place.wiring);
    const layer = `${place.key}${owner.name}`;
    const again = this.modules.get(layer);
    if (!isHelper(step) && !this.layers.some(({ key }) => key === layer)) {
      this.layers.push({ name: place.name + place.names.get(owner.name)!, key: layer, parameters: owner.parameters });
    }
    let print: Printed;
    try {
      print = printed(step, first, place.wiring);
      const flat = print.gives === 'flat' || (print.takes === 'flat' && print.gives === undefined);
      const arriving = { layout: 'flat', flattened: print.flattened ?? first.flattened } as const;
      if (flat && !takenFlat(step.name, arriving, place.wiring)) {
        print = printed(step, { layout: 'last', flattened: null }, place.wiring);
      }
    } catch (error) {
      if (!(error instanceof LayerRefused)) throw error;
      this.refused.push({ step: step.name, layer: error.layer, reason: error.reason });
      print = { takes: 'last', forward: () => `None` };
    }
    for (const part of print.parts ?? []) this.parts.add(part);
    let self = again === undefined ? '' : `self.${again}`;
    if (print.module !== undefined && again === undefined) {
      const attribute = scope.submodule(owner.name, step.type, print.module);
      self = `self.${attribute}`;
      this.modules.set(layer, attribute);
      const before = `${scope.path}${attribute}`;
      for (const tensor of print.tensors ?? []) {
        const weight = owner.weights.find(({ name }) => name === tensor.of)!;
        const key = `${layer}/${tensor.of}`;
        this.tensors.push({ ...tensor, name: `${before}.${tensor.path}`, layer, key, weight, module: print.module });
      }
      if (!owner.call.traits.adapts && owner.weights.length > 0 && owner.weights.every(({ trainable }) => !trainable))
        this.frozen.push(before);
    }
    const expression = this.watched(scope, step, print.forward(scope.given(step, print), self));
    const layout = print.gives ?? print.takes;
    const flattened = layout === 'flat' ? (print.flattened ?? first.flattened) : null;
    scope.assign(step.name, at, expression, { layout, flattened, shape: step.shape }, step);
  }

  /** The output of a layer whose activity is part of the loss. */
  private watched(scope: Scope, step: Step, expression: string): string {
    const regularizer = step.call.args['activityRegularizer'] as NamedArgument | null | undefined;
    if (!regularizer) return expression;
    const { l1 = 0, l2 = 0 } = regularizer.settings;
    this.parts.add(activityPenalty);
    const module = `${activityPenalty.name}(l1=${Number(l1)}, l2=${Number(l2)})`;
    return `self.${scope.submodule(`${step.name}_activity`, 'activity', module)}(${expression})`;
  }

  private nested(scope: Scope, place: Place, step: Step, at: number): void {
    const plan = step.nested!;
    const owner = ownerOf(step, place.wiring);
    const again = this.modules.get(place.key + owner.name);
    const given = lying(scope.value(step.inputs[0]!), usual(step.inputShapes[0]!));
    const value = { layout: usual(step.shape), flattened: null, shape: step.shape };
    if (again !== undefined) return scope.assign(step.name, at, `self.${again}(${given})`, value, step);
    const attribute = scope.attributes.take(owner.name, step.type);
    this.modules.set(place.key + owner.name, attribute);
    const path = `${scope.path}${attribute}`;
    const before = this.frozen.length;
    const name = `${place.name}${place.names.get(owner.name)!}/`;
    const inside = this.model(plan, `${path}.`, `${place.key}${owner.name}/`, name);
    if (!owner.weights.some(({ trainable }) => trainable)) this.frozen.splice(before, Infinity, path);
    const own = this.classNames.take(className(owner.name), 'Backbone');
    this.write(own, inside.doc, inside.scope, inside.parameters);
    scope.init.push(`        self.${attribute} = ${own}()`);
    scope.assign(step.name, at, `self.${attribute}(${given})`, value, step);
  }

  private block(scope: Scope, place: Place, item: Exclude<Item, { step: Step }>, at: number): void {
    const steps = stepsOf(item);
    const own = new Set(steps.map(({ name }) => name));
    const inputs = [...new Set(steps.flatMap((step) => step.inputs))].filter((name) => !own.has(name));
    const leaves = ({ name }: Step) =>
      place.wiring.outputs.includes(name) || place.wiring.consumers(name).some((step) => !own.has(step.name));
    const outputs = steps.filter(leaves).map(({ name }) => name);
    const attribute = scope.attributes.take(item.block, 'block');
    const inner = new Scope(item.items, outputs, `${scope.path}${attribute}.`, this.partNames);
    const arriving = inputs.map((name) => scope.value(name));
    const parameters = inputs.map((name, index) => {
      const users = item.items.flatMap((one, place) =>
        stepsOf(one).some((step) => step.inputs.includes(name)) ? [place] : [],
      );
      const only = inputs.length === 1 && users.length === 1 && users[0] === 0;
      const text = only ? 'x' : inner.variables.take(name, 'value');
      inner.set(name, { ...arriving[index]!, text });
      return text;
    });
    this.compute(inner, place);
    const layouts: Layout[] = outputs.map((name) => inner.value(name).layout);
    const values = inner.returned(layouts);
    const shapes = (all: readonly Value[]) => all.map(({ shape, layout }) => shapeText(shape, layout)).join(', ');
    const name = this.classNames.take(className(item.block), 'Block');
    this.write(name, `${commentText(item.block)}: ${shapes(arriving)} -> ${shapes(values)}`, inner, parameters);
    scope.init.push(`        self.${attribute} = ${name}()`);
    const call = `self.${attribute}(${arriving.map(({ text }) => text).join(', ')})`;
    if (outputs.length === 1) return scope.assign(outputs[0]!, at, call, values[0]!, null);
    const variables = outputs.map((output) => scope.variables.take(output, 'value'));
    scope.body.push(`        ${variables.join(', ')} = ${call}`);
    outputs.forEach((output, index) => scope.set(output, { ...values[index]!, text: variables[index]! }));
  }

  /** A class of the model, below those that it uses. */
  write(name: string, doc: string, scope: Scope, parameters: readonly string[], more: readonly string[] = ['']): void {
    const returns = scope.outputs.length === 1 ? 'Tensor' : 'tuple[Tensor, ...]';
    const signature = signatureLines(parameters, returns);
    this.classes.push([
      `class ${name}(nn.Module):`,
      `    """${docText(doc)}"""`,
      '',
      '    def __init__(self) -> None:',
      '        super().__init__()',
      ...scope.init,
      ...more,
      ...signature,
      ...scope.body,
    ]);
  }
}
