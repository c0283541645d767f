import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import type { Edit } from '../../../document/document';
import { setTitle, setTrainable, setTraining } from '../../../document/edits';
import { compile } from '../../../compile/compile';
import { depth } from '../../../layout/geometry';
import { templateDocument } from '../../../layout/templateDocument';
import { towersOf } from '../../../layout/towers';
import { cutsOf, titleOf } from './marks';

const blocks = ['block1', 'block2', 'block3', 'block4', 'block5'];

function shown(id: string, ...edits: readonly Edit[]) {
  const start = templateDocument(
    templates.find((template) => template.id === id)!,
    {},
    library,
  );
  const document = edits.reduce((before, edit) => edit(before), start);
  const [plan, towers] = [compile(document, library), towersOf(document, library)];
  return { towers, title: titleOf(document, plan, towers, []), cuts: cutsOf(document, plan, towers) };
}

describe('the title of the model', () => {
  test.each(templates.map(({ id }) => id))('%s: stands over all bricks', (id) => {
    const { title, towers } = shown(id);
    const tops = [...towers.items.values()].map(({ y, height }) => y - height - depth.y);
    expect(title!.place.y + title!.place.height).toBeLessThan(Math.min(...tops));
  });

  test('is not there without a name, unless something is frozen', () => {
    expect(shown('vgg16', setTitle(' ')).title).toBeNull();
    expect(shown('vgg16', setTitle(''), setTrainable(blocks, false)).title).toMatchObject({ title: '', kept: true });
  });

  test('says how much is frozen, and whether that is computed once', () => {
    expect(shown('vgg16').title).toMatchObject({ title: 'VGG16', frozen: 0, kept: false });
    expect(shown('vgg16', setTrainable(['block2'], false)).title).toMatchObject({ frozen: 221_440, kept: false });
    expect(shown('vgg16', setTrainable(blocks, false)).title).toMatchObject({ frozen: 14_714_688, kept: true });
    const off = shown('vgg16', setTrainable(blocks, false), setTraining({ featureCache: 'off' }));
    expect(off.title).toMatchObject({ frozen: 14_714_688, kept: false });
    expect(off.cuts).toEqual([]);
  });
});

describe('the line behind what is computed once', () => {
  test('stands beside the tower that it ends with, from over its top to under its foot', () => {
    const { cuts, towers } = shown('vgg16', setTrainable(['block1', 'block2'], false));
    const [first, last] = ['block2_conv1', 'block2_pool'].map((name) => towers.items.get(name)!);
    expect(cuts).toMatchObject([{ end: 'block2_pool', side: 'beside', place: { width: 0 } }]);
    const { x, y, height } = cuts[0]!.place;
    expect(x).toBeGreaterThan(last!.x + last!.width + depth.x);
    expect(y).toBeLessThan(last!.y - last!.height);
    expect(y + height).toBeGreaterThan(first!.y);
  });

  test('lies over the brick where its tower goes on', () => {
    const { cuts, towers } = shown('vgg16', setTrainable(['block1_conv1'], false));
    const { x, y, width, height } = towers.items.get('block1_conv1')!;
    expect(cuts).toMatchObject([{ end: 'block1_conv1', side: 'over', place: { y: y - height, height: 0 } }]);
    expect(cuts[0]!.place.x).toBeLessThan(x);
    expect(cuts[0]!.place.x + cuts[0]!.place.width).toBeGreaterThan(x + width);
  });
});
