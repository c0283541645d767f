import type { ProjectFacts } from '../keras/project/facts';

/** The last cell: what the model says of samples that were held back; `imagenet`: by ImageNet's names. */
export function answersText(facts: ProjectFacts, imagenet: boolean): string {
  const { kind, outputs, sampleShape, source } = facts;
  const [only] = outputs;
  const own = outputs.every(({ targets }) => targets !== 'numbers') ? 'data.classes' : 'None';
  const classes = imagenet ? 'CLASSES' : own;
  const batch = facts.stateful || facts.batchSize === 1 ? `, batch_size=${facts.batchSize}` : '';
  const pictures = kind === 'images' && outputs.length === 1 && (source === 'photos' || sampleShape !== null);
  const count = facts.stateful ? facts.batchSize : 10;
  const lines = [
    'held = data.validation if len(data.validation) > 0 else data.training',
    `values = data.values(held[:${count}])`,
    `answers = model.predict(model_inputs(values), verbose=0${batch})`,
  ];
  if (pictures) {
    return [
      ...lines,
      'figure, axes = pyplot.subplots(2, 5, figsize=(12, 5.5))',
      'for axis in axes.flat:',
      '    axis.axis("off")',
      'for axis, value, row in zip(axes.flat, values, answers):',
      '    axis.imshow(numpy.squeeze(value).astype("uint8"), cmap="gray")',
      `    axis.set_title(answer(row, ${classes}))`,
      'pyplot.show()',
    ].join('\n');
  }
  const said = `print(f"right: {right}, answer: {answer(row, ${classes})}")`;
  if (outputs.length <= 1 || only === undefined) {
    return [...lines, 'for right, row in zip(data.target[held], answers):', `    ${said}`].join('\n');
  }
  return [
    ...lines,
    'for output, rows in zip(model.output_names, answers):',
    '    print(output)',
    '    for right, row in zip(data.target[held], rows):',
    `        ${said}`,
  ].join('\n');
}
