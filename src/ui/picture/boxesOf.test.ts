import { describe, expect, test } from 'vitest';
import { sharedModels } from '../../../e2e/keras/grid/shared';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { boxesOf } from './boxesOf';

const pictureOf = (id: string) =>
  boxesOf(compile(buildTemplate(templates.find((template) => template.id === id)!), library), library);

describe('a model as boxes', () => {
  test.each(templates.map(({ id }) => id))('%s: no box lies over another, all are in the picture', (id) => {
    const { boxes, x, y, width, height } = pictureOf(id);
    expect(boxes.length).toBeGreaterThan(1);
    boxes.forEach((one, at) => {
      const apart = boxes
        .slice(at + 1)
        .every(
          (other) =>
            one.x + one.width + one.lean <= other.x ||
            other.x + other.width + other.lean <= one.x ||
            one.y + one.height <= other.y - other.lean ||
            other.y + other.height <= one.y - one.lean,
        );
      expect(apart).toBe(true);
      expect(one.x).toBeGreaterThan(x);
      expect(one.y - one.lean).toBeGreaterThan(y);
      expect(one.x + one.width + one.lean).toBeLessThan(x + width);
      expect(one.y + one.height).toBeLessThan(y + height);
    });
  });

  test('VGG16: every layer, thinner pictures and more channels block by block, an arrow between neighbours', () => {
    const { boxes, arrows } = pictureOf('vgg16');
    expect(boxes).toHaveLength(23);
    expect(arrows).toHaveLength(22);
    const pools = boxes.filter(({ name }) => name.endsWith('_pool'));
    expect(pools.map(({ height }) => height)).toEqual(pools.map(({ height }) => height).toSorted((a, b) => b - a));
    const widths = pools.slice(0, 4).map(({ width }) => width);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  });

  test.each(['residual', 'vgg16', 'mlp'])('%s: slanted labels of neighbours do not touch', (id) => {
    const places = [...new Set(pictureOf(id).boxes.map(({ x }) => x))].toSorted((one, other) => one - other);
    // Two lines of 13 pixels, slanted by 38°, need 26 / sin 38° from one to the next; the middles of boxes may differ.
    for (const [at, x] of places.slice(1).entries()) expect(x - places[at]!).toBeGreaterThan(26 / Math.sin(0.663));
  });

  test('layers that change nothing are left out, and arrows pass over them; a shortcut leaps over its block', () => {
    const { boxes, arrows } = pictureOf('residual');
    const names = boxes.map(({ name }) => name);
    expect(names.filter((name) => /relu|activation|dropout/i.test(name))).toEqual([]);
    expect(arrows.filter(({ path }) => path.includes('C')).length).toBeGreaterThan(0);
  });

  test('a layer that is called again stands for each call, though its weights are counted once', () => {
    for (const { document } of sharedModels) {
      const plan = compile(document, library);
      const names = new Set(boxesOf(plan, library).boxes.map(({ name }) => name));
      const again = plan.steps.filter(({ sharesWith }) => sharesWith !== undefined);
      expect(again.filter(({ name }) => !names.has(name))).toEqual([]);
    }
  });
});
