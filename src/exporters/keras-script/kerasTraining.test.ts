import { describe, expect, test } from 'vitest';
import { graph } from '../../../e2e/fixtures/graph';
import { type Training, initialTraining } from '../../document/training';
import { compileLines } from './kerasTraining';
import { toKeras } from './keras';

const two = graph({
  input: ['inputVector', {}],
  yes: ['dense', { units: 1, activation: 'sigmoid' }, 'input'],
  value: ['dense', { units: 1 }, 'input'],
});
const lines = (changes: Partial<Training>) => compileLines(two, { ...initialTraining, ...changes }).join('\n');

describe('compile_model', () => {
  test('names losses, weights and metrics by output where there are several', () => {
    const outputs: Training['outputs'] = { value: { loss: 'meanAbsoluteError', weight: 0.5 } };
    const text = lines({ outputs });
    expect(text).toContain('loss={"yes": "binary_crossentropy", "value": "mean_absolute_error"}');
    expect(text).toContain('loss_weights={"yes": 1, "value": 0.5}');
    expect(text).toContain('metrics={"yes": ["accuracy"], "value": ["mean_absolute_error"]}');
    expect(lines({})).not.toContain('loss_weights');
  });

  test('gives class weights and centred RMSprop their Keras form', () => {
    const optimizer = { name: 'rmsprop', settings: { learningRate: 0.01, centered: true } } as const;
    const text = toKeras(two, { ...initialTraining, classWeight: 'balanced', optimizer });
    expect(text).toContain('keras.optimizers.RMSprop(learning_rate=0.01, centered=True)');
    expect(text).toContain('import numpy\n');
    expect(text).toContain('def class_weight(labels):');
    expect(toKeras(two, initialTraining)).not.toContain('numpy');
  });
});
