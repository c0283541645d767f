import { describe, expect, it } from 'vitest';
import { library, templates } from '../../templates/index';
import { compile } from '../compile/compile';
import { templateDocument } from '../layout/templateDocument';
import { weightsFileFor } from '../pretrained/catalogue';
import { initialOptions } from './template';
import { templateSources, templateStart } from './templateStart';

const architectures = templates.filter(({ backbone }) => backbone);

describe.each(architectures)('$id', (template) => {
  const [, published] = templateSources(template);
  const openedWith = (options: object) =>
    compile(templateDocument(template, { ...options }, library, published), library);

  it('starts from its published weights, and prepares pictures as these were trained', () => {
    const { weightsFrom, preprocessing, issues } = openedWith({});
    expect(issues).toEqual([]);
    expect(weightsFrom).toMatchObject({ source: published, architecture: template.id, includeTop: true, file: '' });
    expect(preprocessing).toBe(template.backbone!.preprocessing);
    expect(weightsFileFor(weightsFrom!) === null).toBe(published === 'digits');
    expect(openedWith({ includeTop: false, classes: 7 }).weightsFrom).toMatchObject({ includeTop: false });
  });

  it('has none for another number of classes', () => {
    const options = { ...initialOptions(template), classes: 7 };
    expect(() => templateStart(template, options, published!)).toThrow(
      expect.objectContaining({ code: 'weightsClasses' }),
    );
    expect(templateStart(template, options, 'random')).toBeNull();
  });
});

it('is an offer of architectures alone', () => {
  expect(architectures).toHaveLength(8);
  const others = templates.filter(({ backbone }) => !backbone);
  expect(others.flatMap((template) => templateSources(template).filter((source) => source !== 'random'))).toEqual([]);
});
