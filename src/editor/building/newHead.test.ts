import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { builtInFacts } from '../../data/catalogue';
import { emptyDocument } from '../../document/document';
import { setParam, withoutStart } from '../../document/edits';
import { templateDocument } from '../../layout/templateDocument';
import { towersOf } from '../../layout/towers';
import { firstHead, headEdit, lossOf, pictureData, trunkFor } from './newHead';

const open = (id: string, options = {}) =>
  templateDocument(
    templates.find((template) => template.id === id)!,
    options,
    library,
  );
const swapped = (document: ReturnType<typeof open>, pretrained: boolean) => {
  const [plan, towers] = [compile(document, library), towersOf(document, library)];
  const trunk = trunkFor(document, plan, library);
  return { trunk, after: headEdit(firstHead(null), trunk, pretrained, { plan, towers, library })(document) };
};

describe('a new head', () => {
  test('has the classes of data that the model takes', () => {
    const plan = compile(open('digits'), library);
    const digits = builtInFacts('digits')!;
    expect(firstHead(pictureData(digits, plan))).toMatchObject({ classes: 10 });
    expect(pictureData(digits, compile(open('vgg16'), library))).toBeNull();
    expect(firstHead({ ...digits, target: { kind: 'classes', classes: 2 } as never })).toMatchObject({ classes: 1 });
    expect(firstHead(null)).toMatchObject({ classes: 1 });
  });

  test.each([
    [1, undefined, 'binaryCrossentropy'],
    [1, 'categoricalCrossentropy', 'binaryCrossentropy'],
    [1, 'meanSquaredError', 'meanSquaredError'],
    [3, 'meanSquaredError', 'sparseCategoricalCrossentropy'],
    [3, 'categoricalCrossentropy', 'categoricalCrossentropy'],
  ] as const)('for %i classes and %s has the loss %s', (classes, loss, expected) => {
    const head = { ...firstHead(null), classes, ...(loss && { loss }) };
    expect(lossOf(head).loss).toBe(expected);
    expect(lossOf(head).losses).toContain(expected);
  });

  test('lets an architecture in bricks start from its published weights, without the old top', () => {
    const { trunk, after } = swapped(open('mobilenet'), true);
    expect(trunk.name).not.toBeNull();
    expect(after.weights).toMatchObject({ source: 'imagenet', architecture: 'mobilenet', includeTop: false });
    expect(swapped(open('mobilenet'), false).after.weights).toBeUndefined();
  });

  test('lets a backbone at random start from them', () => {
    const { nodes } = open('transfer');
    const name = Object.keys(nodes).find((each) => nodes[each]!.type === 'pretrainedBackbone')!;
    const random = setParam(name, 'weights', 'random')(withoutStart(open('transfer')));
    expect(swapped(open('transfer'), true).trunk.pretrained).toBeNull();
    expect(swapped(random, true).after.nodes[name]!.params['weights']).toBe('imagenet');
    expect(swapped(random, false).after.nodes[name]!.params['weights']).toBe('random');
  });

  test('needs something to stand on', () => {
    const nothing = emptyDocument('Empty');
    expect(swapped(nothing, true)).toEqual({ trunk: { name: null, pretrained: null }, after: nothing });
  });
});
