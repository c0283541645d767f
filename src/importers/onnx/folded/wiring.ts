import type { OnnxConstant, OnnxGraph, OnnxNode } from '../file/onnxGraph';

/** Who makes and who takes each value of a graph. */
export class Wiring {
  private readonly made = new Map<string, OnnxNode>();
  private readonly readers = new Map<string, OnnxNode[]>();
  private readonly given: ReadonlySet<string>;

  constructor(private readonly graph: OnnxGraph) {
    this.given = new Set(graph.outputs.map(({ name }) => name));
    for (const node of graph.nodes) {
      for (const output of node.outputs) this.made.set(output, node);
      for (const input of node.inputs) {
        const known = this.readers.get(input);
        if (known) known.push(node);
        else this.readers.set(input, [node]);
      }
    }
  }

  maker(name: string | undefined): OnnxNode | undefined {
    return name === undefined ? undefined : this.made.get(name);
  }

  /** The only node that takes what a node gives. */
  next(node: OnnxNode | undefined): OnnxNode | undefined {
    const output = node?.outputs[0];
    if (output === undefined || this.given.has(output)) return undefined;
    const all = this.readers.get(output) ?? [];
    return all.length === 1 ? all[0] : undefined;
  }

  constant(name: string | undefined): OnnxConstant | undefined {
    if (name === undefined) return undefined;
    const node = this.made.get(name);
    return (
      this.graph.constants.get(name) ?? (node?.op === 'Constant' ? node.attributes.get('value')?.constant : undefined)
    );
  }

  /** The one of two inputs that is a constant of this one number. */
  isNumber(name: string | undefined, number: number): boolean {
    const constant = this.constant(name);
    return constant?.values.length === 1 && Math.abs(constant.values[0]! - number) < 1e-4;
  }

  /** What a node of two inputs takes besides this. */
  other({ inputs }: OnnxNode, name: string | undefined): string | undefined {
    return inputs.find((each) => each !== name);
  }
}

/** Nodes that become others, or none: each is a node as it was and what stands for it. */
export type Fold = (graph: OnnxGraph, wiring: Wiring) => ReadonlyMap<OnnxNode, OnnxNode | null>;
