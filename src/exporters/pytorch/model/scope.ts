import { Identifiers } from '../../../compile/identifiers';
import type { Step } from '../../../compile/plan';
import { commentText } from '../../../compile/commentText';
import { isHelper } from '../../../compile/wired/wired';
import type { Layout, Printed } from '../layer';
import { type Item, stepsOf } from './grouped';
import { noted, returnLines, statement } from './lines';
import { attributeReserved, variableReserved } from './names';
import { type Value, lying } from './value';

/** One class as it is written: what its constructor makes and what `forward` computes. */
export class Scope {
  readonly init: string[] = [];
  readonly body: string[] = [];
  readonly attributes = new Identifiers(attributeReserved);
  readonly variables: Identifiers;
  private readonly values = new Map<string, Value>();

  constructor(
    readonly items: readonly Item[],
    /** Values that leave it. */
    readonly outputs: readonly string[],
    /** Of its modules in the model's `state_dict`: empty, or `block1.`. */
    readonly path: string,
    parts: Iterable<string>,
  ) {
    this.variables = new Identifiers([...variableReserved, ...parts]);
  }

  set(name: string, value: Value): void {
    this.values.set(name, value);
  }

  value(name: string): Value {
    return this.values.get(name)!;
  }

  /** Makes a submodule; answers with its name. */
  submodule(name: string, fallback: string, constructor: string): string {
    const attribute = this.attributes.take(name, fallback);
    this.init.push(...statement(`self.${attribute} = ${constructor}`, '        '));
    return attribute;
  }

  /**
   * The variable for a value made by the item at this place: `x` where only the next item takes it, or where it leaves
   * last; else a name of its own.
   */
  variable(name: string, fallback: string, at: number): string {
    const later = this.items.flatMap((item, place) =>
      place > at && stepsOf(item).some(({ inputs }) => inputs.includes(name)) ? [place] : [],
    );
    const leaves = this.outputs.includes(name);
    const last = leaves && this.outputs.length === 1 && at === this.items.length - 1;
    const passing = !leaves && later.length === 1 && later[0] === at + 1;
    return last || passing ? 'x' : this.variables.take(name, fallback);
  }

  assign(name: string, at: number, expression: string, value: Omit<Value, 'text'>, step: Step | null): void {
    const variable = this.variable(name, step?.type ?? 'block', at);
    // A layer without a module of its name is named beside its computation.
    const named = step === null || isHelper(step) || expression.includes(`self.`) || variable === name;
    if (expression !== variable || !named) {
      this.body.push(
        ...noted(`${variable} = ${expression}`, '        ', named ? null : commentText(name) || step.type),
      );
    }
    this.set(name, { ...value, text: variable });
  }

  /** The inputs of a step as it must have them. */
  given({ inputs }: Step, { takes }: Printed): string[] {
    return inputs.map((name) => lying(this.value(name), takes));
  }

  /** The last line: what leaves, each as it must lie. */
  returned(layouts: readonly Layout[]): Value[] {
    const values = this.outputs.map((name) => this.value(name));
    const texts = values.map((value, index) => lying(value, layouts[index]!));
    const last = this.body.at(-1);
    const only = texts.length === 1 && texts[0] === 'x';
    if (only && last?.startsWith('        x = ') && !last.endsWith('(')) {
      this.body[this.body.length - 1] = last.replace('x = ', 'return ');
    } else this.body.push(...returnLines(texts, '        '));
    return values;
  }
}
