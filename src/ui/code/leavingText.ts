import type { LeavingTrouble } from '../../editor/run/exporting/packedExport';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { exportTroubleText } from '../../i18n/troubles/exporting/exportTrouble';
import type { Language } from '../../i18n/words';

/** Why nothing left; what is none of the engine's would bring advice about backends. */
export function leavingText(trouble: LeavingTrouble, language: Language): string {
  if ('where' in trouble) return exportTroubleText(trouble, language);
  return trouble.code === 'failed' ? trouble.data.detail : engineTroubleText(trouble, language);
}
