import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { library } from '../../templates/index';
import { curveCases } from './curveCases';
import { differenceOf } from './differenceOf';
import { pageCurve } from './pageCurve';
import { projectCurve, resumedCurve } from './projectCurve';

/** Largest relative difference that is left to the order in which a backend adds up. */
const tolerance = 1e-6;

describe('the exported project trains along the page’s curve', () => {
  const curves = new Set<string>();
  test.each(curveCases.map((each) => [each.name, each] as const))('%s', async (_, { document, dataset }) => {
    const plan = compile(document, library);
    expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const page = await pageCurve(plan, document.training, dataset);
    expect(page.length).toBeGreaterThan(0);
    const project = await projectCurve(plan, document.training, dataset);
    expect(differenceOf(page, project)).toBeLessThanOrEqual(tolerance);
    curves.add(JSON.stringify(page));
  });

  test('nearly every setting makes a curve of its own', () => {
    // Where the first epochs do not show it: what is written out by default, and an early stop that does not come.
    expect(curves.size).toBeGreaterThan(curveCases.length - 15);
  });
});

describe('a run that goes on is the run that never stopped', () => {
  const resumed = curveCases.filter(({ name }) =>
    /^(as it is|frozen layers|optimizer adam|lstm|augmentation$)/.test(name),
  );
  test.each(resumed.map((each) => [each.name, each] as const))('%s', async (_, { document, dataset }) => {
    const plan = compile(document, library);
    const training = { ...document.training, epochs: 4 };
    const whole = await projectCurve(plan, training, dataset);
    expect(whole).toHaveLength(4);
    expect(differenceOf(whole, await resumedCurve(plan, training, dataset))).toBeLessThanOrEqual(tolerance);
  });
});
