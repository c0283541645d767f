import { textExporter } from '../exporter';

export const dot = textExporter({
  id: 'dot',
  name: 'Graphviz',
  also: ['그래프비즈'],
  about: { en: 'the graph in Graphviz’s DOT language', ko: 'Graphviz DOT 언어로 쓴 그래프' },
  file: 'model.dot',
  language: null,
  options: [],
  next: async () => 'dot -Tsvg model.dot -o model.svg',
  check: [{ tool: 'dot', args: ['-Tsvg', 'model.dot', '-o', 'model.svg'] }],
  async printer() {
    const { toDot } = await import('./dot');
    return ({ plan }) => toDot(plan);
  },
});
