/** The beginning of `curves.md`. */
export const curvesLead = [
  '# Page and exported TypeScript project, epoch by epoch',
  '',
  'Losses and metrics, from the first 48 samples of each dataset (60 of the invented documents, one of every kind) and random',
  'first weights from the seed; written by `e2e/exported/everyCurve.ts` and `randomCurves.ts`. Settings one by one are compared',
  'by `sameCurve.test.ts`.',
].join('\n');
