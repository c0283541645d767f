import { importNotes } from '../../i18n/imports/importNotes';
import { importCodeWords } from '../../i18n/panels/importCode';
import { projectsWords } from '../../i18n/projects';
import type { Language } from '../../i18n/words';
import type { Imported } from '../../importers/importer';
import type { Services } from '../services';

/** As many notes as a message has room for. */
const few = 2;

/** Says that a model is open, and what was assumed or left out: many things are in a report. `failed`: what went wrong. */
export function tellOpened(
  { document, report }: Pick<Imported, 'document' | 'report'>,
  session: Services['session'],
  language: Language,
  failed: readonly string[] = [],
): void {
  const words = importCodeWords[language];
  const notes = [...failed, ...importNotes(report, language)];
  const opened = projectsWords[language].opened(document.title);
  const tone = notes.length === 0 ? 'success' : 'warning';
  if (notes.length <= few) {
    session.notify({ tone, text: [opened, ...notes].join(' ') });
    return;
  }
  const run = () => session.showReport({ title: document.title, report });
  const text = [opened, notes[0], words.moreNotes(String(notes.length - 1))].join(' ');
  session.notify({ tone, text, action: { label: words.showReport, run } });
}
