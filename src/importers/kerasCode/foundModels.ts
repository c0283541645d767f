import type { Layer, Value } from './values/value';

/** A model that a name of the code holds. */
export interface HeldModel {
  readonly variable: string;
  readonly model: Layer;
  /** Line of the file. */
  readonly line: number;
  readonly cell: number | null;
}

/** A model that the code makes. */
export interface FoundModel extends HeldModel {
  /** As it is chosen: the variable, and where several models had that name the cell or line behind `@`. */
  readonly name: string;
}

/** Which models the names of the outermost level hold, statement by statement. */
export class FoundModelList {
  readonly #held: HeldModel[] = [];
  readonly #known = new Map<string, Layer>();
  /** Of a Sequential, as it was at the end of the last cell, by variable. */
  readonly #before = new Map<string, Layer>();

  /** After a statement: models that are new under their name. */
  look(names: Iterable<readonly [string, Value]>, line: number, cell: number | null): void {
    for (const [variable, model] of modelsAmong(names)) {
      if (this.#known.get(variable) === model) continue;
      this.#known.set(variable, model);
      this.#before.delete(variable);
      this.#held.push({ variable, model, line, cell });
    }
  }

  /** At the end of a cell: a Sequential that had other layers in an earlier cell is a model of its own there. */
  endCell(line: number, cell: number): void {
    for (const [variable, model] of this.#known) {
      const { sequence } = model.model ?? {};
      if (!sequence) continue;
      const before = this.#before.get(variable);
      const length = before?.model?.sequence?.length ?? sequence.length;
      if (before && length !== sequence.length && length > 0) {
        const at = this.#held.findLastIndex((each) => each.variable === variable);
        this.#held[at] = { ...this.#held[at]!, model: before };
        this.#held.push({ variable, model, line, cell });
      }
      this.#before.set(variable, { ...model, model: { ...model.model!, sequence: [...sequence] } });
    }
  }

  /** A model that no name holds. */
  take(variable: string, model: Layer, line: number): void {
    this.#held.push({ variable, model, line, cell: null });
  }

  get held(): readonly HeldModel[] {
    return this.#held;
  }
}

/** Models that names hold, alone, as a part of an object, or in a list. */
function* modelsAmong(names: Iterable<readonly [string, Value]>): Iterable<readonly [string, Layer]> {
  for (const [name, value] of names) {
    if (name.startsWith('__')) continue;
    const own = modelOf(value);
    if (own) yield [name, own];
    if (value.kind === 'instance' && !own) {
      for (const [field, inside] of value.fields) {
        const part = modelOf(inside);
        if (part) yield [`${name}.${field}`, part];
      }
    }
    if (value.kind !== 'list' && value.kind !== 'tuple') continue;
    for (const [index, inside] of value.items.entries()) {
      const part = modelOf(inside);
      if (part) yield [`${name}[${index}]`, part];
    }
  }
}

function modelOf(value: Value): Layer | null {
  const layer = value.kind === 'instance' ? value.layer : value;
  return layer?.kind === 'layer' && (layer.model !== null || layer.base === 'Model') ? layer : null;
}
