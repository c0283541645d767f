import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bricks } from '../../../bricks/index';
import { type Document, emptyDocument, forbiddenNames } from '../document';
import { jsonTrouble } from './jsonPlace';
import { parse } from './parse';
import { serialize } from './serialize';

const name = fc
  .string({ minLength: 1, maxLength: 12, unit: 'binary' })
  .filter((text) => !forbiddenNames.includes(text));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(null, true, false), number, fc.string(), tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).record;
const at = fc.tuple(...[0, 1].map(() => fc.integer({ min: -1e7, max: 1e7 })));
const anyNode = fc.record(
  {
    type: fc.constantFrom(...Object.keys(bricks), 'unknown'),
    params: json,
    trainable: fc.boolean(),
    bypassed: fc.boolean(),
    stacked: fc.boolean(),
    at,
  },
  { requiredKeys: ['type', 'params', 'trainable', 'at'], noNullPrototype: true },
);
const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    title: fc.string({ maxLength: 300, unit: 'binary' }),
    nodes: fc.dictionary(name, anyNode, { noNullPrototype: true, maxKeys: 8 }),
    edges: fc.array(fc.record({ from: name, to: name, port: fc.nat({ max: 1000 }) }, { noNullPrototype: true }), {
      maxLength: 8,
    }),
  })
  .map((parts) => ({ ...emptyDocument(''), ...parts }) as unknown as Document);

describe('properties', () => {
  test('any text is answered, never thrown at', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(parse(text).ok).toBe(false)));
  });

  test('any JSON is answered, also in the shape of a document', () => {
    const shaped = fc.record({
      format: fc.constant('deepbrick'),
      version: fc.constant(1),
      nodes: fc.jsonValue(),
      edges: fc.jsonValue(),
      blocks: fc.jsonValue(),
      title: fc.jsonValue(),
      training: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), shaped), (value) => {
        const parsed = parse(JSON.stringify(value));
        expect(parsed.ok ? '' : parsed.error.code).toMatch(/notDeepBrick|invalid|forbiddenName/);
      }),
    );
  });

  test('the reader finds trouble exactly where JSON.parse does', () => {
    const cut = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, extra]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + extra + text.slice(place + 1);
    });
    fc.assert(
      fc.property(fc.oneof(cut, fc.json()), (text) => {
        let fine = true;
        try {
          JSON.parse(text);
        } catch {
          fine = false;
        }
        const trouble = jsonTrouble(text);
        expect(trouble === null || trouble.kind === 'repeated').toBe(fine || trouble?.kind === 'repeated');
      }),
      { numRuns: 2000 },
    );
  });

  test('parse(serialize(document)) is the document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = serialize(document);
        const parsed = parse(text);
        expect(parsed).toEqual({ ok: true, value: document });
        expect(parsed.ok && serialize(parsed.value)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
