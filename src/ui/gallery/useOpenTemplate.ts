import type { AnyTemplate } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { templateDocument } from '../../layout/templateDocument';
import { useServices, useWords } from '../services';

/** Opens a template in a project of its own, with these options. */
export function useOpenTemplate() {
  const { projects, session, library } = useServices();
  const words = useWords(galleryWords);
  return async (template: AnyTemplate, options: Readonly<Record<string, unknown>>): Promise<void> => {
    await projects.create(templateDocument(template, options, library));
    session.open(null);
    session.notify({ tone: 'success', text: words.opened(template.title) });
  };
}
