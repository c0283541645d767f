import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { example, foldedExample, library } from '../../document/edits/testDocuments';
import { editOf, step } from '../../document/edits/testEdits';
import type { Document } from '../../document/document';
import { createEditor } from '../../editor/store';
import { type Flow, flowOf } from './flowNodes';

const documents = [example('digits'), example('residual'), foldedExample('vgg16', { classes: 3 })];

/** All of a document anew: nothing in the copy is known to anyone. */
function fromScratch(document: Document, items: readonly string[], wires: readonly string[]) {
  const editor = createEditor(structuredClone(document), library);
  editor.select(items, wires);
  return editor.store.getState();
}

test('after any edits the canvas is as if drawn anew, and what says the same is the same object', () => {
  const gesture = fc.oneof(
    { weight: 4, arbitrary: step },
    { weight: 2, arbitrary: fc.record({ select: fc.array(fc.nat(), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  );
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(gesture, { maxLength: 10 }), (first, gestures) => {
      const editor = createEditor(first, library);
      let flow: Flow = flowOf(editor.store.getState(), library, null);
      for (const one of gestures) {
        const { document, towers } = editor.store.getState();
        const pick = <T>(index: number, from: readonly T[]) => (from.length === 0 ? [] : [from[index % from.length]!]);
        if (one === 'undo' || one === 'redo') editor[one]();
        else if ('select' in one)
          editor.select(
            one.select.flatMap((index) => pick(index, [...towers.items.keys()])),
            one.select.flatMap((index) => pick(index, towers.wires)).map(({ id }) => id),
          );
        else editor.edit(editOf(one, document));
        const before = new Map([...flow.nodes, ...flow.edges].map((each) => [each.id, each]));
        const state = editor.store.getState();
        flow = flowOf(state, library, flow);
        const anew = fromScratch(state.document, state.selection.items, state.selection.wires);
        expect(state.towers).toEqual(anew.towers);
        const { nodes, edges, views } = flowOf(anew, library, null);
        expect({ nodes: flow.nodes, edges: flow.edges, views: flow.views }).toEqual({ nodes, edges, views });
        const copies = [...flow.nodes, ...flow.edges].filter((each) => {
          const known = before.get(each.id);
          return known !== each && isDeepStrictEqual(known, each);
        });
        expect(copies).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
