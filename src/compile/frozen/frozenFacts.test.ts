import { describe, expect, it } from 'vitest';
import { library, templates } from '../../../templates/index';
import { setTrainable } from '../../document/edits';
import { buildTemplate } from '../../document/template';
import { compile } from '../compile';
import { frozenFacts } from './frozenFacts';

const documentOf = (id: string) =>
  buildTemplate(
    templates.find((template) => template.id === id)!,
    {},
  );

describe('what of a model is frozen', () => {
  it('is nothing where all is trained; moving statistics are not frozen', () => {
    for (const id of ['digits', 'vgg16', 'resnet50'])
      expect(frozenFacts(compile(documentOf(id), library))).toEqual({ parameters: 0, ends: [] });
  });

  it('counts the layers inside a backbone, and ends where a picture’s features are smallest', () => {
    const plan = compile(documentOf('transfer'), library);
    const facts = frozenFacts(plan);
    expect(facts.parameters).toBe(plan.steps.find(({ nested }) => nested)!.parameters);
    expect(facts.ends).toEqual(['global_average_pooling2d']);
  });

  it('has parameters but no end where the first layers are trained', () => {
    const frozen = setTrainable(['block5_conv1'], false)(documentOf('vgg16'));
    expect(frozenFacts(compile(frozen, library))).toEqual({ parameters: 2_359_808, ends: [] });
  });
});
