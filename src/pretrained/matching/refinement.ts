import type { LayerGraph } from './layerGraph';

/** A class of layers that cannot be told apart, by layer. */
export type Colours = readonly number[];

/** Numbers for texts, the same for the same text. */
class Numbering {
  private readonly numbers = new Map<string, number>();
  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** One number per text, counted over both graphs, so that they can be compared. */
export function coloured(labels: readonly (readonly string[])[]): readonly Colours[] {
  const numbering = new Numbering();
  return labels.map((texts) => texts.map((text) => numbering.of(text)));
}

const inNumbers = (a: number, b: number) => a - b;

/**
 * Tells layers apart by what lies before and behind them, until nothing changes (colour refinement, Weisfeiler and Leman
 * 1968, along the order of the layers: each pass goes through the whole graph). All graphs are counted alike.
 */
export function refined(graphs: readonly LayerGraph[], start: readonly Colours[]): readonly Colours[] {
  const consumers = graphs.map(consumersOf);
  let colours = start;
  for (let count = 0; ;) {
    const forward = new Numbering();
    colours = graphs.map((graph, which) => {
      const next: number[] = [];
      graph.forEach(({ inputs, commutes }, place) => {
        const before = inputs.map((input) => next[input]!);
        next.push(forward.of(`${colours[which]![place]}<${(commutes ? before.toSorted(inNumbers) : before).join()}`));
      });
      return next;
    });
    const backward = new Numbering();
    colours = graphs.map((graph, which) => {
      const next: number[] = Array.from({ length: graph.length }, () => 0);
      for (let place = graph.length - 1; place >= 0; place--) {
        const behind = consumers[which]![place]!.map(({ place: to, port }) => `${next[to]}.${port}`);
        next[place] = backward.of(`${colours[which]![place]}>${behind.toSorted().join()}`);
      }
      return next;
    });
    const classes = new Set(colours.flat()).size;
    if (classes === count) return colours;
    count = classes;
  }
}

/** Who takes the output of each layer, and at which port. */
function consumersOf(graph: LayerGraph): readonly (readonly { place: number; port: number }[])[] {
  const consumers: { place: number; port: number }[][] = graph.map(() => []);
  graph.forEach(({ inputs, commutes }, place) => {
    inputs.forEach((input, port) => consumers[input]!.push({ place, port: commutes ? 0 : port }));
  });
  return consumers;
}
