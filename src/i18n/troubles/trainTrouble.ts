import type { TrainTrouble } from '../../editor/run/trainTrouble';
import { dataTroubleText } from '../panels/datasets';
import { trainingWords } from '../panels/training';
import type { Language } from '../words';

/** Why the model cannot be trained now. */
export function trainTroubleText(trouble: TrainTrouble, dataset: string, language: Language): string {
  const words = trainingWords[language];
  switch (trouble.code) {
    case 'data':
      return dataTroubleText(trouble.trouble, dataset, language);
    case 'unknownDataset':
      return words.unknownDataset(trouble.dataset);
    case 'tooFewForBatch':
      return words.tooFewForBatch(trouble.batch, trouble.samples);
    default:
      return words[trouble.code];
  }
}
