import { importNotes } from '../../i18n/imports/importNotes';
import { importCodeWords } from '../../i18n/panels/importCode';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { projectsWords } from '../../i18n/projects';
import type { Language } from '../../i18n/words';
import type { Imported } from '../../importers/importer';
import type { Services } from '../services';

/** As many notes as a message has room for. */
const few = 2;

/** Says that a model is open, and what was assumed or left out: many things are in a report. `failed`: why its weights are not. */
export function tellOpened(
  { document, report }: Pick<Imported, 'document' | 'report'>,
  session: Services['session'],
  failed: EngineTrouble | null = null,
): void {
  const notesIn = (language: Language) => [
    ...(failed === null ? [] : [engineTroubleText(failed, language)]),
    ...importNotes(report, language),
  ];
  const opened = (language: Language) => projectsWords[language].opened(document.title);
  const count = notesIn('en').length;
  const tone = count === 0 ? 'success' : 'warning';
  if (count <= few) {
    session.notify({ tone, text: (language) => [opened(language), ...notesIn(language)].join(' ') });
    return;
  }
  session.notify({
    tone,
    text(language) {
      const more = importCodeWords[language].moreNotes(String(count - 1));
      return [opened(language), notesIn(language)[0], more].join(' ');
    },
    action: {
      label: (language) => importCodeWords[language].showReport,
      run: () => session.showReport({ title: document.title, report }),
    },
  });
}
