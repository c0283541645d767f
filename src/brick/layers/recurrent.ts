import type { Traits } from '../call';
import type { NamedArgument } from '../namedArgument';
import { activation, integer, number, toggle } from '../fields';
import { constraint, initializer, regularizer } from '../namedFields';
import type { Named } from '../named';
import { type Shape, ShapeError, needsRank } from '../shape';
import { biasFields, kernelFields, weightWords } from './weighted';

const share = () => number(0, { min: 0, max: 1, step: 0.05, advanced: true, below: true });

// Keras's SimpleRNN takes an activity regularizer and does nothing with it; LSTM and GRU have it with their gates.
const { activityRegularizer, ...plainBias } = biasFields;
const { activityRegularizer: penaltyEn, ...plainEn } = weightWords.en;
const { activityRegularizer: penaltyKo, ...plainKo } = weightWords.ko;

/** Parameters of every recurrent layer; Keras's defaults. */
export const recurrentFields = {
  units: integer(32),
  activation: activation('tanh'),
  returnSequences: toggle(false),
  goBackwards: toggle(false),
  stateful: toggle(false),
  dropout: share(),
  recurrentDropout: share(),
  ...plainBias,
  ...kernelFields,
  recurrentInitializer: initializer('orthogonal'),
  recurrentRegularizer: regularizer(),
  recurrentConstraint: constraint(),
};

/** Parameter of the layers with gates. */
export const gateFields = { recurrentActivation: activation('sigmoid'), activityRegularizer };

/** What the fields above are, in words. */
export const recurrentWords = {
  en: {
    ...plainEn,
    units: 'Size of the hidden state and of the output',
    activation: 'Activation function used to compute the new state',
    returnSequences:
      'Gives one output per time step instead of the last one only; needed before another recurrent layer',
    goBackwards: 'Reads the sequence from its end',
    stateful: 'Keeps the state from one batch to the next; the input needs a fixed batch size',
    dropout: 'Fraction of the inputs that is dropped during training',
    recurrentDropout: 'Fraction of the recurrent state that is dropped during training',
    recurrentInitializer: 'Initializer of the recurrent weights',
    recurrentRegularizer: 'Penalty in the loss that keeps the recurrent weights small',
    recurrentConstraint: 'Constraint on the recurrent weights after every update',
  },
  ko: {
    ...plainKo,
    units: '은닉 상태와 출력의 크기',
    activation: '새 상태를 계산할 때 쓰는 활성화 함수',
    returnSequences: '마지막 출력 대신 타임스텝마다 출력을 냄. 순환층을 이어 쌓을 때 필요함',
    goBackwards: '시퀀스를 끝에서부터 읽음',
    stateful: '다음 배치까지 상태를 유지함. 입력의 배치 크기를 고정해야 함',
    dropout: '학습할 때 제외할 입력의 비율',
    recurrentDropout: '학습할 때 제외할 순환 상태의 비율',
    recurrentInitializer: '순환 가중치 초기화 방법',
    recurrentRegularizer: '순환 가중치가 커지지 않도록 손실에 더하는 규제 항',
    recurrentConstraint: '갱신할 때마다 순환 가중치에 거는 제약',
  },
};

/** What `gateFields` are, in words. */
export const gateWords = {
  en: { recurrentActivation: 'Function that opens and closes the gates', activityRegularizer: penaltyEn },
  ko: { recurrentActivation: '게이트를 여닫는 활성화 함수', activityRegularizer: penaltyKo },
};

interface Memory {
  readonly returnSequences: boolean;
  readonly stateful: boolean;
  readonly dropout: number;
  readonly recurrentDropout: number;
}

interface Settings {
  readonly units: number;
  readonly returnSequences: boolean;
  readonly useBias: boolean;
}

/** A recurrent layer reads the mask, and hands it on with its steps. */
export const recurrentTraits = ({ returnSequences, stateful, dropout, recurrentDropout }: Memory): Traits => ({
  mask: returnSequences ? 'passes' : 'ends',
  readsMask: true,
  positions: 'mixed',
  multiplies: 'perInput',
  ...(stateful && { stateful }),
  ...(dropout + recurrentDropout > 0 && { random: true }),
});

/** `[steps, features]` → `[units]`, or `[steps, units]` with `returnSequences`. Throws `ShapeError`. */
export function recurrentShape(x: Shape | undefined, { units, returnSequences }: Settings): Shape {
  const shape = needsRank(x, 2);
  if (shape[1] === null) throw new ShapeError('unknownAxis', { axis: 1, shape });
  return returnSequences ? [shape[0]!, units] : [units];
}

/** Weights of a recurrent layer with so many gates; the bias has one row or several. */
export function recurrentWeights(
  x: Shape | undefined,
  { units, useBias }: Settings,
  gates: number,
  biasRows: readonly number[] = [],
): Record<string, readonly number[]> {
  const width = gates * units;
  return {
    kernel: [x![1]!, width],
    recurrentKernel: [units, width],
    ...(useBias ? { bias: [...biasRows, width] } : {}),
  };
}

/** The bias of an LSTM whose forget gate starts open: ones in the second quarter, `start` in the others. */
export function unitForgetBias({ name, ...settings }: Named): NamedArgument {
  return { role: 'initializer', name: 'unitForgetBias', settings: { of: name, ...settings } };
}
