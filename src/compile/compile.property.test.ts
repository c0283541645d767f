import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { brickList } from '../../bricks/index';
import { library } from '../../templates/index';
import { initialParams } from '../brick/brick';
import { type Document, type Node, emptyDocument } from '../document/document';
import { compile } from './compile';
import { fingerprint } from './fingerprint';

const types = [...brickList.map(({ type }) => type), 'unheardOf', '__proto__', 'constructor', 'toString'];
const names = ['a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'constructor', 'hasOwnProperty', ''];

const value = fc.oneof(
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e99, -1, 0, 1, 2, 3, 0.5, 1_000_000),
  fc.constantFrom<unknown>(null, true, false, '', 'same', 'relu', '__proto__', [], {}, { name: 'zeros' }),
  fc.array(fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constant(null)), { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Mostly sound bricks with a few wild values, so that the random documents reach deep into the rules. */
const node = fc
  .record({
    type: fc.constantFrom(...types),
    wild: fc.dictionary(fc.constantFrom('filters', 'kernelSize', 'shape', 'axis', 'rate', 'targetShape'), value, {
      maxKeys: 1,
    }),
    sound: fc.boolean(),
    trainable: fc.boolean(),
    bypassed: fc.boolean(),
  })
  .map(({ type, wild, sound, trainable, bypassed }) => {
    const brick = brickList.find((candidate) => candidate.type === type);
    const known = brick ? initialParams(brick) : {};
    const changed = Object.fromEntries(Object.entries(wild).filter(([name]) => !brick || name in known));
    return { type, params: { ...known, ...(sound ? {} : changed) }, trainable, bypassed, at: [0, 0] } as Node;
  });

const edge = fc.record({
  from: fc.constantFrom(...names),
  to: fc.constantFrom(...names),
  port: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: fc.nat(1000) }),
});

const document: fc.Arbitrary<Document> = fc
  .record({
    nodes: fc.array(fc.tuple(fc.constantFrom(...names), node), { maxLength: 9 }),
    edges: fc.array(edge, { maxLength: 12 }),
    blocks: fc.array(
      fc.tuple(fc.constantFrom(...names), fc.subarray(names), fc.option(fc.constantFrom(...names), { nil: null })),
      { maxLength: 3 },
    ),
  })
  .map(({ nodes, edges, blocks }) => ({
    ...emptyDocument('Random'),
    nodes: Object.fromEntries(nodes),
    edges,
    blocks: Object.fromEntries(
      blocks.map(([name, members, parent]) => [
        name,
        { nodes: members, folded: false, color: 'none', ...(parent === null ? {} : { parent }) },
      ]),
    ),
  }));

test('compile never throws, leaves the document alone, and its plan is sound', () => {
  fc.assert(
    fc.property(document, (random) => {
      const before = structuredClone(random);
      const plan = compile(random, library);
      expect(random).toEqual(before);
      const placed = new Set<string>();
      for (const step of plan.steps) {
        expect(step.inputs.every((input) => placed.has(input))).toBe(true);
        expect(step.trainableParameters).toBeLessThanOrEqual(step.parameters);
        expect(step.nested === undefined ? true : step.nested.outputs.length === 1).toBe(true);
        placed.add(step.name);
      }
      const reported = plan.issues.map(({ where }) => where);
      expect(new Set(reported).size).toBe(reported.length);
      expect(plan.blocked.some((name) => reported.includes(name) || placed.has(name))).toBe(false);
    }),
    { numRuns: 1500 },
  );
});

test('every brick is in the model, bypassed, blocked or named by an issue', () => {
  fc.assert(
    fc.property(document, (random) => {
      const plan = compile(random, library);
      const inModel = new Set(plan.steps.map(({ name }) => name));
      const circled = plan.issues.flatMap((issue) => (issue.code === 'cycle' ? issue.data.through : []));
      const told = new Set([...plan.issues.map(({ where }) => where), ...circled, ...plan.blocked]);
      const lost = Object.entries(random.nodes).filter(
        ([name, { bypassed }]) => !bypassed && !inModel.has(name) && !told.has(name),
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('the order of bricks and wires in the file changes neither the totals nor the fingerprint', () => {
  fc.assert(
    fc.property(document, (random) => {
      const ports = random.edges.map(({ to, port }) => `${to} ${port}`);
      fc.pre(new Set(ports).size === ports.length);
      const plan = compile(random, library);
      const turned = compile(
        {
          ...random,
          nodes: Object.fromEntries(Object.entries(random.nodes).toReversed()),
          edges: random.edges.toReversed(),
        },
        library,
      );
      expect(turned.totals).toEqual(plan.totals);
      expect(turned.issues.length).toBe(plan.issues.length);
      expect(fingerprint(turned)).toBe(fingerprint(plan));
    }),
    { numRuns: 500 },
  );
});
