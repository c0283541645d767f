import { savingWords } from '../../i18n/saving';
import { pictureSize } from '../../data/photos/pictureSize';
import { useEditor, useWords } from '../services';
import said from '../kit/Said.module.css';
import { PreprocessingChoice } from '../samples/PreprocessingChoice';
import styles from './Saving.module.css';

/** Weights of another program know pictures as that program prepared them, which no file says: it is asked for. */
export function PicturesNote() {
  const words = useWords(savingWords);
  const colours = useEditor(({ plan }) => pictureSize(plan.shapes[plan.inputs[0] ?? ''])?.channels === 3);
  const known = useEditor(({ plan }) => plan.preprocessing !== undefined);
  if (!colours || known) return null;
  return (
    <div className={styles.pictures}>
      <p className={said.note}>{words.pictures}</p>
      <PreprocessingChoice />
    </div>
  );
}
