import { useState } from 'react';
import type { AnyTemplate } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { useServices, useWords } from '../services';
import { Modal } from '../shell/Modal';
import styles from './Gallery.module.css';
import { TemplateCard } from './TemplateCard';
import { TemplateOptions } from './TemplateOptions';
import { useOpenTemplate } from './useOpenTemplate';

/** All templates with pictures drawn from their documents; one with options asks for them first. */
export default function GalleryDialog() {
  const { templates } = useServices();
  const words = useWords(galleryWords);
  const open = useOpenTemplate();
  const [chosen, setChosen] = useState<AnyTemplate | null>(null);
  const pick = (template: AnyTemplate) =>
    Object.keys(template.options).length > 0 ? setChosen(template) : void open(template, {});
  return (
    <Modal title={chosen === null ? words.templates : chosen.title} about={words.about} size="wide">
      {chosen === null ? (
        <ul className={styles.cards}>
          {templates.map((template) => (
            <TemplateCard key={template.id} template={template} onPick={pick} />
          ))}
        </ul>
      ) : (
        <TemplateOptions
          template={chosen}
          onBack={() => setChosen(null)}
          onOpen={(options) => void open(chosen, options)}
        />
      )}
    </Modal>
  );
}
