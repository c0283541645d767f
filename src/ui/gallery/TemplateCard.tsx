import type { AnyTemplate } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { DocumentPicture } from '../brick/DocumentPicture';
import { useLanguage, useServices, useWords } from '../services';
import { countText } from '../shell/numbers';
import styles from './Gallery.module.css';
import { useTemplatePreview } from './useTemplatePreview';

const initial = {};

interface TemplateCardProps {
  readonly template: AnyTemplate;
  readonly onPick: (template: AnyTemplate) => void;
}

/** One template: its picture, title, a sentence and its size. */
export function TemplateCard({ template, onPick }: TemplateCardProps) {
  const { library } = useServices();
  const words = useWords(galleryWords);
  const language = useLanguage();
  const preview = useTemplatePreview(template, initial);
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        aria-label={words.openNamed(template.title)}
        onClick={() => onPick(template)}
      >
        <span className={styles.picture}>
          <DocumentPicture document={preview.document} library={library} />
        </span>
        <span className={styles.title}>{template.title}</span>
        <span className={styles.about}>{template.about[language]}</span>
        <span className={styles.facts}>
          {words.layers(preview.layers)} · {words.parameters(countText(preview.parameters, language))}
        </span>
      </button>
    </li>
  );
}
