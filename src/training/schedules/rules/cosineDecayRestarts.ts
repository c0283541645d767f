import { type RateAt, type ScheduleRule, numberIn } from '../../schedule';

/** The number of the wave, 0 for the first, and how much of it has passed; single precision decides at its ends, as in Keras. */
function waveAt(waves: number, times: number): readonly [number: number, passed: number] {
  if (times === 1) return [Math.floor(waves), waves % 1];
  const long = Math.fround(Math.log(Math.fround(1 - Math.fround(waves) * (1 - times))));
  const number = Math.floor(Math.fround(long / Math.fround(Math.log(times))));
  return [number, (waves - (1 - times ** number) / (1 - times)) / times ** number];
}

const at: RateAt = (values, rate, step) => {
  const [number, passed] = waveAt(step / numberIn(values, 'firstDecaySteps'), numberIn(values, 'tMul'));
  const alpha = numberIn(values, 'alpha');
  const wave = 0.5 * numberIn(values, 'mMul') ** number * (1 + Math.cos(Math.PI * passed));
  return rate * ((1 - alpha) * wave + alpha);
};

export const cosineDecayRestartsRule: ScheduleRule = {
  at,
  fitted: (all) => ({ firstDecaySteps: Math.max(1, Math.round(all / 3)) }),
};
