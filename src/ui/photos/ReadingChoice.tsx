import type { PhotosState } from '../../editor/own/photosState';
import { photosWords } from '../../i18n/panels/photos';
import { readingText } from '../../i18n/troubles/photosTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import styles from './PhotosDialog.module.css';

/** Every way in which folders can be understood, with what would come of it, to choose one. */
export function ReadingChoice({ question }: { readonly question: NonNullable<PhotosState['question']> }) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const language = useLanguage();
  const { name, readings } = question;
  const names = {
    parts: words.asParts,
    inner: words.asInner,
    classes: words.asClasses,
    names: words.asNames,
    one: words.asOne,
  };
  return (
    <section className={styles.question} role="alert" aria-label={words.question(name)}>
      <p>{words.question(name)}</p>
      <ul>
        {readings.map((reading, place) => (
          <li key={reading.kind}>
            <Button small tone={place === 0 ? 'primary' : 'plain'} onClick={() => photos.answer(reading.kind)}>
              {names[reading.kind]}
            </Button>
            <span>{readingText(reading, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
