import { type RateAfter, type Monitored, type ScheduleRule, numberIn } from '../../schedule';

/** As Keras's callback: what it counts is counted again from all epochs, so that a run goes on where it was. */
const after: RateAfter = (values, rate, epochs) => {
  const monitor = String(values['monitor']) as keyof Monitored;
  const grows = monitor.toLowerCase().endsWith('accuracy');
  const [minDelta, minLr] = [numberIn(values, 'minDelta'), numberIn(values, 'minLr')];
  let now = rate;
  let best: number | null = null;
  let [waited, cooling] = [0, 0];
  for (const epoch of epochs) {
    const value = epoch[monitor];
    if (value === null || value === undefined) continue;
    if (cooling > 0) [cooling, waited] = [cooling - 1, 0];
    if (best === null || (grows ? value - minDelta > best : value + minDelta < best)) [best, waited] = [value, 0];
    else if (cooling === 0 && ++waited >= numberIn(values, 'patience') && now > minLr) {
      now = Math.max(now * numberIn(values, 'factor'), minLr);
      [cooling, waited] = [numberIn(values, 'cooldown'), 0];
    }
  }
  return now;
};

export const reduceLROnPlateauRule: ScheduleRule = {
  after,
  fitted: () => ({ patience: 3 }),
};
