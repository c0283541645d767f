import { useId } from 'react';
import type { AnyTemplate } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { useWords } from '../services';
import styles from './Gallery.module.css';
import { TemplateCard } from './TemplateCard';
import type { GalleryGroup } from './searchTemplates';

interface GallerySectionProps extends GalleryGroup {
  readonly left: AnyTemplate | null;
  readonly onPick: (template: AnyTemplate) => void;
}

/** The templates for one task under its heading. */
export function GallerySection({ group, templates, left, onPick }: GallerySectionProps) {
  const words = useWords(galleryWords);
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {words[group]} <small>{templates.length}</small>
      </h3>
      <ul className={styles.cards}>
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} left={template === left} onPick={onPick} />
        ))}
      </ul>
    </section>
  );
}
