/** A tenth of what is a hundred times too high is still too high. */
const far = 100;

/** What to train with after a learning rate that was too high: a tenth of it; the optimizer's usual one where that is far away. */
export const lowerRate = ({ rate, usual }: { readonly rate: number; readonly usual: number }): number =>
  rate > far * usual ? usual : Number((rate / 10).toPrecision(3));
