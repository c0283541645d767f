import type { Judged } from '../../data/mistakes/mistake';
import { wantsPhotos } from '../../data/mistakes/wantsPhotos';
import type { TrainTrouble } from '../../editor/run/trainTrouble';
import { trainTroubleText } from '../../i18n/troubles/trainTrouble';
import type { Language } from '../../i18n/words';

/** Why a model cannot be trained on the chosen data, in words. */
export const obstacleText = (
  trouble: TrainTrouble,
  { plan, training, facts }: Omit<Judged, 'library'>,
  language: Language,
): string => trainTroubleText(trouble, training.dataset, language, wantsPhotos(plan, facts));
