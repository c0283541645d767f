import { useRef } from 'react';
import { openTemplate } from '../../editor/opening/openTemplate';
import type { TemplateWish } from '../../editor/opening/templateProject';
import { galleryWords } from '../../i18n/gallery';
import { startTroubleText } from '../../i18n/troubles/start';
import { useLanguage, useServices } from '../services';

/** Opens a template in a project of its own, and says what came of it. */
export function useOpenTemplate() {
  const services = useServices();
  const { session } = services;
  const language = useLanguage();
  const opening = useRef(false);
  return async (wish: TemplateWish): Promise<void> => {
    // A double click means one project.
    if (opening.current) return;
    opening.current = true;
    const opened = await openTemplate(wish, { ...services, language });
    opening.current = false;
    if (!opened.ok) {
      session.notify({ tone: 'error', text: (now) => startTroubleText(opened.error, now) });
      return;
    }
    session.open(null);
    session.notify({ tone: 'success', text: (now) => galleryWords[now].opened(opened.value.title) });
  };
}
