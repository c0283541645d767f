import { type RateAt, type ScheduleRule, listIn } from '../../schedule';

const isList = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');
const at: RateAt = (given, rate, step) => {
  const behind = listIn(given, 'boundaries').findLastIndex((boundary) => step > boundary);
  return behind < 0 ? rate : listIn(given, 'values')[behind]!;
};

export const piecewiseConstantDecayRule: ScheduleRule = {
  at,
  fitted: (all, rate) => ({
    boundaries: [Math.round(all / 2), Math.round((all * 3) / 4)],
    values: [0.1, 0.01].map((share) => Number((rate * share).toPrecision(3))),
  }),
  toKeras: (given, rate) => ({
    boundaries: listIn(given, 'boundaries'),
    values: [rate, ...listIn(given, 'values')],
  }),
  fromKeras({ boundaries, values }) {
    if (!isList(boundaries) || !isList(values)) return null;
    const [rate, ...others] = values;
    return rate === undefined ? null : { rate, values: { boundaries, values: others } };
  },
};
