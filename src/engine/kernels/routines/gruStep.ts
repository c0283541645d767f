import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';
import { eachSample, whereCounted } from '../assembler/samples';
import { type Int, vector } from '../assembler/values';
import { type Activation, activations } from './activations';
import { addOutput } from './addOutput';

const { sigmoid } = activations;

/**
 * One time step of a GRU (reset after the product) for all samples of a batch. `gates`: what the input gives to update, reset and
 * candidate, as many `units` of each, becomes what comes out of them; `inner`: what the state gives to each. Of `hidden` it reads the
 * numbers before the step and writes those behind it next to them; where `mask` (0: there is none) is 0, they stay as they were.
 */
export const gruStep = (activation: Activation): Written => ({
  parameters: 10,
  write(f, gates, gateStride, inner, innerStride, hidden, stride, mask, maskStride, samples, units) {
    const [gate, from, state, valid] = [f.int(gates), f.int(inner), f.int(hidden), f.int(mask)];
    const width = f.int(units.shifted(2));
    const offsets = [0, 1, 2].map((index) => f.int(width.times(index)));
    const moving = [
      [gate, gateStride],
      [from, innerStride],
      [state, stride],
      [valid, maskStride],
    ] as const;
    eachSample(f, samples, moving, () =>
      whereCounted(
        f,
        mask,
        valid,
        () =>
          acrossNumbers(f, units, (place, { load, store }) => {
            const at = (part: Int, index: number) => part.plus(place).plus(offsets[index]!);
            const both = (index: number) => load(at(gate, index)).plus(load(at(from, index)));
            const update = sigmoid.of(f, both(0));
            const reset = sigmoid.of(f, both(1));
            const candidate = activation.of(f, load(at(gate, 2)).plus(reset.times(load(at(from, 2)))));
            [update, reset, candidate].forEach((value, index) => store(at(gate, index), value));
            const before = load(state.plus(place));
            const after = update.times(before).plus(vector(1).minus(update).times(candidate));
            store(state.plus(place).plus(width), after);
          }),
        () => f.copy(state.plus(width), state, width),
      ),
    );
  },
});

/**
 * The same step backwards: from the gradient of the state behind it (`dState`, and `dOut` where it is not 0) come those of what the
 * input (`dGates`) and the state (`dInner`) give to the gates. What of `dState` passes by the product goes to `passed`.
 * `hidden` lies before the step.
 */
export const gruStepBack = (activation: Activation): Written => ({
  parameters: 18,
  write(
    f,
    gates,
    gateStride,
    inner,
    innerStride,
    hidden,
    stride,
    mask,
    maskStride,
    samples,
    units,
    dGates,
    dGateStride,
    dInner,
    dInnerStride,
    dState,
    passed,
    dOut,
    dOutStride,
  ) {
    const [gate, from, before, valid] = [f.int(gates), f.int(inner), f.int(hidden), f.int(mask)];
    const [dGate, dFrom] = [f.int(dGates), f.int(dInner)];
    const [state, pass, out] = [f.int(dState), f.int(passed), f.int(dOut)];
    const width = f.int(units.shifted(2));
    const offsets = [0, 1, 2].map((index) => f.int(width.times(index)));
    const strides = [gateStride, innerStride, stride, maskStride, dGateStride, dInnerStride, width, width, dOutStride];
    const all = [gate, from, before, valid, dGate, dFrom, state, pass, out];
    const moving = all.map((at, index) => [at, strides[index]!] as const);
    eachSample(f, samples, moving, () => {
      addOutput(f, state, out, dOut, units);
      whereCounted(
        f,
        mask,
        valid,
        () =>
          acrossNumbers(f, units, (place, { load, store }) => {
            const at = (part: Int, index: number) => part.plus(place).plus(offsets[index]!);
            const [update, reset, candidate] = [0, 1, 2].map((index) => f.vector(load(at(gate, index))));
            const dy = f.vector(load(state.plus(place)));
            const change = load(before.plus(place)).minus(candidate!);
            const dUpdate = f.vector(dy.times(change).times(sigmoid.slope(update!)));
            const rest = vector(1).minus(update!);
            const dCandidate = f.vector(dy.times(rest).times(activation.slope(candidate!)));
            const dReset = f.vector(dCandidate.times(load(at(from, 2))).times(sigmoid.slope(reset!)));
            [dUpdate, dReset, dCandidate].forEach((value, index) => store(at(dGate, index), value));
            [dUpdate, dReset, dCandidate.times(reset!)].forEach((value, index) => store(at(dFrom, index), value));
            store(pass.plus(place), dy.times(update!));
          }),
        () => {
          f.fillZero(dGate, width.times(3));
          f.fillZero(dFrom, width.times(3));
          f.copy(pass, state, width);
        },
      );
    });
  },
});
