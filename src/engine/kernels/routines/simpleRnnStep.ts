import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';
import { eachSample, whereCounted } from '../assembler/samples';
import { vector } from '../assembler/values';
import type { Activation } from './activations';
import { addOutput } from './addOutput';

/**
 * One time step of a simple recurrent layer for all samples of a batch: `gates` becomes what comes out of the activation, and
 * is written next to the state before the step; where `mask` (0: there is none) is 0, that stays as it was.
 */
export const simpleRnnStep = (activation: Activation): Written => ({
  parameters: 8,
  write(f, gates, gateStride, hidden, stride, mask, maskStride, samples, units) {
    const [gate, state, valid] = [f.int(gates), f.int(hidden), f.int(mask)];
    const width = f.int(units.shifted(2));
    const moving = [
      [gate, gateStride],
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
            const value = activation.of(f, load(gate.plus(place)));
            store(gate.plus(place), value);
            store(state.plus(place).plus(width), value);
          }),
        () => f.copy(state.plus(width), state, width),
      ),
    );
  },
});

/** The same step backwards: the gradient of what goes into the activation, and what of `dState` passes by it. */
export const simpleRnnStepBack = (activation: Activation): Written => ({
  parameters: 12,
  write(f, gates, gateStride, mask, maskStride, samples, units, dGates, dGateStride, dState, passed, dOut, dOutStride) {
    const [gate, valid, dGate] = [f.int(gates), f.int(mask), f.int(dGates)];
    const [state, pass, out] = [f.int(dState), f.int(passed), f.int(dOut)];
    const width = f.int(units.shifted(2));
    const strides = [gateStride, maskStride, dGateStride, width, width, dOutStride];
    const moving = [gate, valid, dGate, state, pass, out].map((at, index) => [at, strides[index]!] as const);
    eachSample(f, samples, moving, () => {
      addOutput(f, state, out, dOut, units);
      whereCounted(
        f,
        mask,
        valid,
        () =>
          acrossNumbers(f, units, (place, { load, store }) => {
            const slope = activation.slope(f.vector(load(gate.plus(place))));
            store(dGate.plus(place), load(state.plus(place)).times(slope));
            store(pass.plus(place), vector(0));
          }),
        () => {
          f.fillZero(dGate, width);
          f.copy(pass, state, width);
        },
      );
    });
  },
});
