import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';
import { eachSample, whereCounted } from '../assembler/samples';
import { vector } from '../assembler/values';
import { type Activation, activations } from './activations';
import { addOutput } from './addOutput';

const { sigmoid } = activations;

/**
 * One time step of an LSTM for all samples of a batch. `gates`: what goes into input, forget, candidate and output gate, as many
 * `units` of each, becomes what comes out of them. Of `cell` and `hidden` it reads the numbers before the step and writes
 * those behind it next to them; where `mask` (0: there is none) is 0, they stay as they were. Strides from sample to sample.
 */
export const lstmStep = (activation: Activation): Written => ({
  parameters: 9,
  write(f, gates, gateStride, cell, hidden, stride, mask, maskStride, samples, units) {
    const [gate, before, state, valid] = [f.int(gates), f.int(cell), f.int(hidden), f.int(mask)];
    const width = f.int(units.shifted(2));
    const offsets = [0, 1, 2, 3].map((index) => f.int(width.times(index)));
    const moving = [
      [gate, gateStride],
      [before, stride],
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
            const at = f.int(gate.plus(place));
            const part = (index: number) => at.plus(offsets[index]!);
            const input = sigmoid.of(f, load(part(0)));
            const forget = sigmoid.of(f, load(part(1)));
            const candidate = activation.of(f, load(part(2)));
            const output = sigmoid.of(f, load(part(3)));
            [input, forget, candidate, output].forEach((value, index) => store(part(index), value));
            const kept = f.vector(forget.times(load(before.plus(place))).plus(input.times(candidate)));
            store(before.plus(place).plus(width), kept);
            store(state.plus(place).plus(width), output.times(activation.of(f, kept)));
          }),
        () => {
          f.copy(before.plus(width), before, width);
          f.copy(state.plus(width), state, width);
        },
      ),
    );
  },
});

/**
 * The same step backwards: from the gradients of state (`dState`, and `dOut` where it is not 0) and cell (`dCell`) behind it
 * come those of what goes into the gates, to `dGates`, and of the cell before it. What of `dState` passes by the gates goes to
 * `passed`: all of it where the mask is 0, else nothing. `cell` lies behind the step.
 */
export const lstmStepBack = (activation: Activation): Written => ({
  parameters: 15,
  write(
    f,
    gates,
    gateStride,
    cell,
    stride,
    mask,
    maskStride,
    samples,
    units,
    dGates,
    dGateStride,
    dState,
    dCell,
    passed,
    dOut,
    dOutStride,
  ) {
    const [gate, now, valid, dGate] = [f.int(gates), f.int(cell), f.int(mask), f.int(dGates)];
    const [state, carry, pass, out] = [f.int(dState), f.int(dCell), f.int(passed), f.int(dOut)];
    const width = f.int(units.shifted(2));
    const offsets = [0, 1, 2, 3].map((index) => f.int(width.times(index)));
    const strides = [gateStride, stride, maskStride, dGateStride, width, width, width, dOutStride];
    const moving = [gate, now, valid, dGate, state, carry, pass, out].map(
      (at, index) => [at, strides[index]!] as const,
    );
    eachSample(f, samples, moving, () => {
      addOutput(f, state, out, dOut, units);
      whereCounted(
        f,
        mask,
        valid,
        () =>
          acrossNumbers(f, units, (place, { load, store }) => {
            const [at, to] = [f.int(gate.plus(place)), f.int(dGate.plus(place))];
            const [input, forget, candidate, output] = offsets.map((offset) => f.vector(load(at.plus(offset))));
            const active = activation.of(f, load(now.plus(place)));
            const dy = f.vector(load(state.plus(place)));
            const through = dy.times(output!).times(activation.slope(active));
            const dKept = f.vector(load(carry.plus(place)).plus(through));
            const before = load(now.plus(place).minus(width));
            const results = [
              dKept.times(candidate!).times(sigmoid.slope(input!)),
              dKept.times(before).times(sigmoid.slope(forget!)),
              dKept.times(input!).times(activation.slope(candidate!)),
              dy.times(active).times(sigmoid.slope(output!)),
            ];
            results.forEach((value, index) => store(to.plus(offsets[index]!), value));
            store(carry.plus(place), dKept.times(forget!));
            store(pass.plus(place), vector(0));
          }),
        () => {
          f.fillZero(dGate, width.shifted(2));
          f.copy(pass, state, width);
        },
      );
    });
  },
});
