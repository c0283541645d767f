import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import { begin, record, redo, undo } from '../../editor/history';
import { towersOf } from '../../layout/towers';
import { swapHead } from './head';
import { parse } from '../reading/parse';
import { serialize } from '../reading/serialize';
import { brokenRules, deepFrozen, example, foldedExample, library } from './testDocuments';
import { editOf, step } from './testEdits';

const documents = [example('digits'), example('residual'), foldedExample('vgg16', { classes: 3 })];

test('random edits keep every document valid, and undo leads back exactly', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(step, { maxLength: 14 }), (first, steps) => {
      let history = begin(first);
      for (const one of steps) history = record(history, deepFrozen(editOf(one, history.present)(history.present)));
      const last = history.present;
      expect(brokenRules(last)).toEqual([]);
      const items = towersOf(last, library).items;
      expect([...items.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(parse(serialize(last))).toEqual({ ok: true, value: last });
      const depth = history.past.length;
      for (let back = 0; back < depth; back++) history = undo(history);
      expect(history.present).toBe(first);
      for (let forth = 0; forth < depth; forth++) history = redo(history);
      expect(history.present).toBe(last);
    }),
    { numRuns: 400 },
  );
});

test('swapping the head of whatever comes about keeps the document valid', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(step, { maxLength: 8 }),
      fc.nat({ max: 5 }),
      (first, steps, classes) => {
        const present = steps.reduce((document, one) => deepFrozen(editOf(one, document)(document)), first);
        const { shapes } = compile(present, library);
        const head = { reduce: 'flatten', units: 8, dropout: 0.5, classes: classes + 1 } as const;
        const swapped = swapHead(head, library, shapes, towersOf(present, library))(deepFrozen(present));
        expect(brokenRules(swapped)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
