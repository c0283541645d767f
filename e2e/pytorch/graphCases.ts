import { randomModels } from '../documents/randomModels';
import type { Case } from '../keras/cases/case';
import { fitFor } from '../keras/cases/fit';
import { givenFor } from '../keras/cases/given';

/** So many random models of all bricks. */
export function graphCases(count: number): Case[] {
  return randomModels(count).map(({ document, plan }, number): Case => {
    const name = `random graph ${number}`;
    const given = givenFor(plan, name, { inputRange: 1, zeroSteps: 0 });
    const rest = {
      script: '',
      rows: [],
      inner: {},
      application: null,
      starts: false,
      calls: null,
      mask: null,
      webgpu: false,
    };
    return { ...rest, group: 'random graphs', name, plan, given, fit: fitFor(plan, document.training, given, name) };
  });
}
