import * as fc from 'fast-check';
import { compile } from '../../compile/compile';
import { arrange } from '../../layout/arrange';
import { flows } from '../../layout/flow';
import { towersOf } from '../../layout/towers';
import type { Document, Edit, Json } from '../document';
import * as edits from '../edits';
import { applyFix } from './fixes';
import { library } from './testDocuments';

const types = [...Object.keys(library.bricks), 'unknown'];

/** A random edit: which one, and numbers that pick from what the document has by then. */
export const step = fc.record({
  kind: fc.nat({ max: 22 }),
  picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  many: fc.array(fc.nat(), { maxLength: 4 }),
  name: fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'toString', '', '1'), fc.string({ maxLength: 8 })),
  number: fc.oneof(fc.integer({ min: -5, max: 300 }), fc.double()),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The edit that a random step stands for in a document. */
export function editOf({ kind, picks, many, name, number }: Step, document: Document): Edit {
  const towers = towersOf(document, library);
  const all = [...Object.keys(document.nodes), ...Object.keys(document.blocks), 'gone'];
  const pick = (index: number) => all[picks[index]! % all.length]!;
  const node = (index: number) =>
    Object.keys(document.nodes)[picks[index]! % Math.max(1, Object.keys(document.nodes).length)] ?? 'gone';
  const names = many.map((index) => all[index % all.length]!);
  const edge = document.edges[picks[2]! % Math.max(1, document.edges.length)] ?? { from: 'gone', to: 'gone', port: 0 };
  const type = types[picks[1]! % types.length]!;
  const at = [number, picks[0]! % 900] as const;
  const fixes = compile(document, library).issues.flatMap((issue) => issue.fixes);
  const choices: readonly (() => Edit)[] = [
    () => edits.addBrick(library, { type, on: pick(0), at }),
    () => edits.addBrick(library, { type, at, name }),
    () => edits.remove(names, towers),
    () => edits.rename(pick(0), name),
    () => edits.setParam(node(0), Object.keys(document.nodes[node(0)]?.params ?? {})[0] ?? name, number as Json),
    () => edits.setBypassed(names, picks[0]! % 2 === 0),
    () => edits.setTrainable(names, picks[0]! % 2 === 0),
    () => edits.move(names, number, picks[0]! % 50),
    () => edits.moveTo(pick(0), at),
    () => edits.connect(library, node(0), node(1), towers),
    () => edits.disconnect(edge, towers),
    () => edits.insertOnWire(library, edge, { type, at }),
    () => edits.moveOntoWire(names, edge, at, towers),
    () => edits.snapOnto(names, pick(0), towers),
    () => edits.snapUnder(names, pick(0), library, towers),
    () => edits.pullOut(names, at, towers),
    () => edits.split(pick(0), at, towers),
    () => edits.group(names, name === '' ? undefined : name),
    () => edits.ungroup(names, towers),
    () => edits.setFolded(names, picks[0]! % 2 === 0, towers),
    () => edits.duplicate(document, names, [number, 10], towers)?.edit ?? ((same) => same),
    () => (fixes.length === 0 ? (same) => same : applyFix(fixes[picks[0]! % fixes.length]!, library, towers)),
    () => (present) => arrange(present, library, (['towers', flows.down, flows.right] as const)[picks[0]! % 3]!, names),
  ];
  return choices[kind]!();
}
