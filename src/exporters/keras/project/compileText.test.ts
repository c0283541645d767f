import { describe, expect, test } from 'vitest';
import { graph } from '../../../../e2e/fixtures/graph';
import { emptyDocument } from '../../../document/document';
import { type Training, initialTraining } from '../../../document/training';
import { compileText } from './compileText';
import { projectFacts } from './facts';
import { scriptFile } from './scriptFile';

const plan = graph({
  input: ['inputVector', {}],
  yes: ['dense', { units: 1, activation: 'sigmoid' }, 'input'],
  value: ['dense', { units: 1 }, 'input'],
});
const model = (changes: Partial<Training>) => {
  const document = emptyDocument('two');
  return { document: { ...document, training: { ...initialTraining, ...changes } }, plan };
};
const text = (changes: Partial<Training>) => compileText(projectFacts(model(changes), null));

test('a learning rate has a fraction, which Keras asks for', () => {
  const optimizer = (learningRate: number) => ({
    optimizer: { name: 'adadelta' as const, settings: { learningRate } },
  });
  const rate = (value: number) => /^LEARNING_RATE = (.*)$/m.exec(scriptFile(model(optimizer(value))))?.[1];
  expect([1, 0.25, 0.0001].map(rate)).toEqual(['1.0', '0.25', '1e-4']);
});

describe('compile_model', () => {
  test('names losses, weights and metrics by output where there are several', () => {
    const outputs: Training['outputs'] = { value: { loss: 'meanAbsoluteError', weight: 0.5 } };
    const code = text({ outputs });
    expect(code).toContain('loss={"yes": "binary_crossentropy", "value": "mean_absolute_error"}');
    expect(code).toContain('loss_weights={"yes": 1, "value": 0.5}');
    expect(code).toContain('metrics={"yes": ["accuracy"], "value": ["mean_absolute_error"]}');
    expect(text({})).not.toContain('loss_weights');
  });

  test('gives the weight of the only output as a list, which is what Keras takes', () => {
    const one = graph({ input: ['inputVector', {}], yes: ['dense', { units: 1 }, 'input'] });
    const document = {
      ...emptyDocument('one'),
      training: { ...initialTraining, outputs: { yes: { loss: 'auto' as const, weight: 2 } } },
    };
    expect(compileText(projectFacts({ document, plan: one }, null))).toContain('loss_weights=[2]');
  });

  test.each<[Training['optimizer'], string]>([
    [{ name: 'rmsprop', settings: { learningRate: 0.01, centered: true } }, 'RMSprop(learning_rate, centered=True)'],
    [{ name: 'momentum', settings: { nesterov: true } }, 'SGD(learning_rate, momentum=0.9, nesterov=True)'],
    [{ name: 'momentum', settings: {} }, 'SGD(learning_rate, momentum=0.9)'],
    [{ name: 'adam', settings: { beta2: 0.9 } }, 'Adam(learning_rate, beta_2=0.9)'],
  ])('gives %j its Keras form', (optimizer, expected) => {
    expect(text({ optimizer })).toContain(`keras.optimizers.${expected}`);
  });

  test('balanced classes count by how rare they are', () => {
    expect(scriptFile(model({ classWeight: 'balanced' }))).toContain('def balanced(labels):');
    expect(scriptFile(model({}))).not.toContain('def balanced');
    const numbers = graph({ input: ['inputVector', {}], value: ['dense', { units: 1 }, 'input'] });
    expect(scriptFile({ ...model({ classWeight: 'balanced' }), plan: numbers })).not.toContain('def balanced');
  });
});
