import { layerNames } from '../../compile/layerNames';
import { type Plan, type Step, preprocessingFor } from '../../compile/plan';
import { fixedBatch } from '../../compile/stateful';
import { wired } from '../../compile/wired/wired';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import type { ExportedModel } from '../exporter';
import { foldedFlatten } from './foldedFlatten';
import { Graph } from './graph/graph';
import type { OnnxModel, Port, Value } from './graph/parts';
import { places } from './layers/dimensions';
import { Layer, type LayerWeight } from './layers/layer';
import { writerOf } from './layers/writers';

/** A name for a size that is only known with the data. */
const openAxis = (name: string, axis: number) => `${name}_axis${axis + 1}`;

/** Where a layer's weights are: in front of their keys, and of their names in the file. */
interface Owner {
  readonly key: string;
  readonly name: string;
}

/** Writes the steps of a plan, and of the models in it, into one graph. */
class Writing {
  readonly between: Port[] = [];
  readonly #claimed = new Set<Value>();

  constructor(
    readonly graph: Graph,
    readonly batch: number | null,
    private readonly weights: WeightTensors | null,
  ) {}

  /** A value with all its sizes, as it lies in memory. */
  port(value: Value, name: string | null = null): Port {
    const dims: (number | string | null)[] = [this.batch ?? 'batch'];
    places(value).forEach((place, axis) => {
      dims[place] = value.shape[axis] ?? (name === null ? null : openAxis(name, axis));
    });
    return { value, dims };
  }

  /** What goes into a model that is no part of another. */
  input({ call, shape }: Step, name: string): Port {
    const value = this.graph.value(`${name}/`, { shape, type: call.args['dtype'] === 'int32' ? 'int32' : 'float' });
    this.#name(value, name);
    return this.port(value, name);
  }

  #name(value: Value, name: string): void {
    this.graph.claim(value, name);
    this.#claimed.add(value);
  }

  /** What leaves a step of the model itself: under the step's name, as Keras has it. */
  output(result: Value, name: string): Port {
    const last = this.graph.turned(this.graph.float(result), false);
    if (result !== last && result.name === name) this.graph.claim(result, `${name}/channels_first`);
    const free = !this.#claimed.has(last);
    const value = free || last.name === name ? last : this.graph.node('Identity', name, [last], last);
    this.#name(value, name);
    return this.port(value);
  }

  #weight(key: string, { weights }: Step): (name: string) => LayerWeight | null {
    return (name) => {
      const weight = weights.find((each) => each.name === name);
      if (!weight) return null;
      return { shape: weight.shape, values: () => this.weights?.[`${key}/${name}`]?.values ?? new Float32Array() };
    };
  }

  /** The outputs of all steps, by name. `given`: what comes into the first one; `prefix`: the models around. */
  steps(
    plan: Plan,
    given: ReadonlyMap<string, Value>,
    prefix: string,
    owner: Owner = { key: '', name: prefix },
  ): ReadonlyMap<string, Value> {
    const values = new Map(given);
    const steps = wired(plan.steps);
    const names = layerNames(steps);
    for (const step of steps) {
      if (step.inputs.length === 0) continue;
      const name = prefix + names.get(step.name)!;
      const inputs = step.inputs.map((input) => values.get(input)!);
      const first = step.sharesWith ?? step.name;
      const from = { key: `${owner.key}${first}`, name: owner.name + names.get(first)! };
      values.set(step.name, this.#step(step, name, from, inputs));
    }
    return values;
  }

  #step(step: Step, name: string, owner: Owner, given: readonly Value[]): Value {
    const { nested, call, shape } = step;
    if (nested) {
      const [input, output] = [nested.inputs[0]!, nested.outputs[0]!];
      const inside = { key: `${owner.key}/`, name: `${owner.name}/` };
      return this.steps(nested, new Map([[input, given[0]!]]), `${name}/`, inside).get(output)!;
    }
    const weight = this.#weight(owner.key, step);
    const layer = {
      graph: this.graph,
      name,
      call,
      given,
      shape,
      weight,
      owner: owner.name,
      taken: new Map<string, number>(),
      writerOf,
    };
    const result = new Layer(layer).write();
    if (!this.#claimed.has(result)) {
      this.#name(result, name);
      this.between.push(this.port(result));
    }
    return result;
  }
}

/** Names of all layers, those of models inside behind the name of theirs. */
function everyName(plan: Plan, prefix = ''): string[] {
  const names = layerNames(wired(plan.steps));
  return wired(plan.steps).flatMap((step) => {
    const name = prefix + names.get(step.name)!;
    return step.nested ? [name, ...everyName(step.nested, `${name}/`)] : [name];
  });
}

/** The model for a file; without weights its constants have shapes, but no numbers. Throws `ExportRefused`. */
export function onnxModel({ document, plan }: ExportedModel, weights: WeightTensors | null): OnnxModel {
  const graph = new Graph(everyName(plan));
  const names = layerNames(wired(plan.steps));
  const writing = new Writing(graph, fixedBatch(plan), weights);
  const stepOf = (name: string) => plan.steps.find((step) => step.name === name)!;
  const inputs = plan.inputs.map((input) => writing.input(stepOf(input), names.get(input)!));
  const given = new Map(plan.inputs.map((input, at) => [input, inputs[at]!.value]));
  const values = writing.steps(plan, given, '');
  const outputs = plan.outputs.map((output) => writing.output(values.get(output)!, names.get(output)!));
  const ends = new Set(outputs.map(({ value }) => value));
  return {
    name: plan.title,
    ...foldedFlatten(graph, ends),
    inputs,
    outputs,
    between: writing.between.filter(({ value }) => !ends.has(value)),
    metadata: { title: plan.title, preprocessing: preprocessingFor(plan, document.training.preprocessing) },
  };
}
