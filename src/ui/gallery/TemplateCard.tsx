import { useEffect, useRef } from 'react';
import { type AnyTemplate, titleOf } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { useLanguage, useWords } from '../services';
import { countText } from '../../i18n/numbers';
import styles from './Gallery.module.css';
import { TemplatePicture } from './TemplatePicture';
import { useSeen } from '../brick/useSeen';

interface TemplateCardProps {
  readonly template: AnyTemplate;
  /** Takes the focus when it appears. */
  readonly left: boolean;
  readonly onPick: (template: AnyTemplate) => void;
}

/** One template: its picture (drawn when it comes into sight), title, a sentence and its size. */
export function TemplateCard({ template, left, onPick }: TemplateCardProps) {
  const words = useWords(galleryWords);
  const language = useLanguage();
  const card = useRef<HTMLButtonElement>(null);
  const seen = useSeen(card);
  useEffect(() => {
    if (left) card.current?.focus();
  }, [left]);
  const title = titleOf(template, language);
  return (
    <li>
      <button
        ref={card}
        type="button"
        className={styles.card}
        aria-label={words.openNamed(title)}
        onClick={() => onPick(template)}
      >
        <span className={styles.picture}>{seen && <TemplatePicture template={template} />}</span>
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>{template.about[language]}</span>
        <span className={styles.facts}>{words.parameters(countText(template.expect.weights, language))}</span>
      </button>
    </li>
  );
}
