import type { Lines } from './product';
import type { Routines } from '../routines/routines';

/** The recurrent layers that have routines of their own. */
export type CellKind = 'gru' | 'lstm' | 'simpleRnn';
/** The activations of their outputs that these are written for; their gates have `sigmoid`. */
export type CellActivation = 'relu' | 'tanh';

/** Where the numbers of one time step lie; each with the bytes from one sample to the next. */
export interface StepPlaces {
  readonly samples: number;
  readonly units: number;
  readonly gates: Lines;
  /** The cell's own state (LSTM) before the step, or what the state gives to the gates (GRU). */
  readonly other: Lines;
  readonly hidden: Lines;
  readonly mask: Lines;
}

/** Where the gradients of one time step lie. */
export interface GradientPlaces {
  readonly dGates: Lines;
  readonly dInner: Lines;
  readonly dState: number;
  readonly dCell: number;
  readonly passed: number;
  readonly dOut: Lines;
}

/** How a cell's routines are called. */
export interface CellRoutines {
  step(places: StepPlaces): void;
  back(places: StepPlaces, gradients: GradientPlaces): void;
}

const both = ({ address, stride }: Lines) => [address, stride] as const;

export function cellRoutines(routines: Routines, kind: CellKind, activation: CellActivation): CellRoutines {
  const [step, back] = [routines[`${kind}Step_${activation}`], routines[`${kind}StepBack_${activation}`]];
  switch (kind) {
    case 'lstm':
      return {
        step: ({ gates, other, hidden, mask, samples, units }) =>
          step(...both(gates), other.address, ...both(hidden), ...both(mask), samples, units),
        back({ gates, other, mask, samples, units }, { dGates, dState, dCell, passed, dOut }) {
          const behind = other.address + units * 4;
          const sizes = [...both(mask), samples, units] as const;
          back(...both(gates), behind, other.stride, ...sizes, ...both(dGates), dState, dCell, passed, ...both(dOut));
        },
      };
    case 'gru':
      return {
        step: ({ gates, other, hidden, mask, samples, units }) =>
          step(...both(gates), ...both(other), ...both(hidden), ...both(mask), samples, units),
        back({ gates, other, hidden, mask, samples, units }, { dGates, dInner, dState, passed, dOut }) {
          const given = [...both(gates), ...both(other), ...both(hidden), ...both(mask), samples, units] as const;
          back(...given, ...both(dGates), ...both(dInner), dState, passed, ...both(dOut));
        },
      };
    case 'simpleRnn':
      return {
        step: ({ gates, hidden, mask, samples, units }) =>
          step(...both(gates), ...both(hidden), ...both(mask), samples, units),
        back: ({ gates, mask, samples, units }, { dGates, dState, passed, dOut }) =>
          back(...both(gates), ...both(mask), samples, units, ...both(dGates), dState, passed, ...both(dOut)),
      };
  }
}
