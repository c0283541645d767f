import { describe, expect, test } from 'vitest';
import { brickList } from '../../../../bricks/index';
import { planOf } from '../../../../e2e/keras/cases/plans';
import { torchProjectDifferences } from '../../../../e2e/importers/torchProjects';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import { buildTemplate } from '../../../document/template';
import { modelText } from '../../../exporters/pytorch/modelText';
import { importTroubleText } from '../../../i18n/troubles/importTrouble';
import { templateDocument } from '../../../layout/templateDocument';
import { importModel } from '../../importModel';

/** The large ones take minutes: `npx tsx e2e/importers/exportedTorch.ts`. */
const small = templates.filter((each) => {
  const plan = compile(buildTemplate(each), library);
  return plan.totals.parameters < 1e6 && plan.steps.length < 60;
});

describe('an exported PyTorch project is read as it was, with its weights', () => {
  test.each(small.map((template) => ({ id: template.id, template })))('$id', async ({ template }) => {
    const plan = compile(templateDocument(template, {}, library), library);
    const stateful = plan.steps.some(({ call }) => call.kerasArgs['stateful'] === true);
    expect(await torchProjectDifferences(plan)).toEqual(stateful ? null : []);
  });

  /** What the text does not say, or says by several operations. */
  const others = new Set([
    'adaptiveAveragePooling2d 3',
    'adaptiveMaxPooling2d 3',
    'embedding 2',
    'softmax 3',
    'unitNormalization 2',
  ]);
  const layers = brickList.filter(({ inputs, nested }) => inputs !== 0 && !nested);
  test.each(layers.map(({ type, examples }) => ({ type, examples })))('$type', async ({ type, examples }) => {
    for (const [at, { params, in: shapes }] of examples.entries()) {
      if (others.has(`${type} ${at + 1}`)) continue;
      const found = await torchProjectDifferences(planOf({ type, params, in: shapes }));
      expect(found ?? [], `example ${at + 1}`).toEqual([]);
    }
  });
});

test('layers of somebody else’s layers.py are none of ours', async () => {
  const { text } = modelText(
    compile(
      templateDocument(
        templates.find(({ id }) => id === 'deepbrick-19')!,
        {},
        library,
      ),
      library,
    ),
  );
  const own = text.replace(', exported by DeepBrick', '');
  const read = await importModel({ name: 'model.py', blob: new Blob([own]) }, library);
  expect(read.ok ? '' : importTroubleText(read.error, 'en')).toContain('lstm');
});
