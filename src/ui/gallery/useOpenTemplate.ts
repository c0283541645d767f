import type { WeightsSource } from '../../brick/layers/backboneWeights';
import { type AnyTemplate, titleOf } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { templateDocument } from '../../layout/templateDocument';
import { useLanguage, useServices, useWords } from '../services';

/** Opens a template in a project of its own, with these options. */
export function useOpenTemplate() {
  const { projects, session, library } = useServices();
  const words = useWords(galleryWords);
  const language = useLanguage();
  return async (
    template: AnyTemplate,
    options: Readonly<Record<string, unknown>>,
    weights: WeightsSource = 'random',
  ): Promise<void> => {
    const title = titleOf(template, language);
    await projects.create({ ...templateDocument(template, options, library, weights), title });
    session.open(null);
    session.notify({ tone: 'success', text: words.opened(title) });
  };
}
