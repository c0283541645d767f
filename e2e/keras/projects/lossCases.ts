import type { Document } from '../../../src/document/document';
import { type LossName, lossRecord, lossValues, losses } from '../../../src/document/training/losses';
import { pictures, rows, trained } from './curveModels';

/** How an output must end for a loss, and on which data. */
function lossDocument(loss: LossName): readonly [Document, string] {
  const { kind, values } = lossRecord(loss);
  if (kind === 'oneOfSeveral') return [pictures(values === undefined ? 'tanh' : 'softmax'), 'digits'];
  if (loss === 'cosineProximity') return [pictures('softmax'), 'digits'];
  if (kind !== 'numbers') return [rows(kind === 'sides' ? 'tanh' : 'sigmoid', 1), 'threshold'];
  return [rows(/poisson|Logarithmic/.test(loss) ? 'softplus' : 'linear', 1, 1), 'line'];
}

/** Every loss as Keras has it, with each of its settings changed, and two of several answers of yes and no. */
export function lossCases(): readonly (readonly [string, Document, string])[] {
  const one = losses.flatMap((loss) => {
    const [document, dataset] = lossDocument(loss);
    const changes = Object.entries(lossValues(loss)).map(([key, value]) => ({ [key]: value === false ? true : 0.3 }));
    return [{}, ...changes].map((lossSettings) => {
      const name = [loss, ...Object.keys(lossSettings)].join(' ');
      return [name, trained(document, dataset, { loss, lossSettings }), dataset] as const;
    });
  });
  const several = (['dice', 'binaryFocalCrossentropy'] as const).map(
    (loss) =>
      [`${loss} of ten`, trained(pictures('sigmoid'), 'digits', { loss, classWeight: 'balanced' }), 'digits'] as const,
  );
  return [...one, ...several];
}
