import type { Library } from '../../document/template';
import { savingWords } from '../../i18n/saving';
import { pictureSize } from '../../data/photos/pictureSize';
import { useEditor, useServices, useWords } from '../services';
import said from '../kit/Said.module.css';
import { PreprocessingChoice } from '../samples/PreprocessingChoice';
import styles from './Saving.module.css';

/** `caffe (VGG16, VGG19), tf (MobileNet)`: the preparations, with the architectures of Keras that take each. */
function preparations({ architectures }: Library): string {
  const ofKeras = Object.values(architectures).filter(({ architecture }) => architecture.keras);
  const taking = (mode: string) =>
    ofKeras.flatMap(({ title, architecture }) => (architecture.preprocessing === mode ? [title] : []));
  const modes = new Set(ofKeras.map(({ architecture }) => architecture.preprocessing));
  return [...modes].map((mode) => `${mode} (${taking(mode).join(', ')})`).join(', ');
}

/** Weights of another program know pictures as that program prepared them, which no file says: it is asked for. */
export function PicturesNote() {
  const { library } = useServices();
  const words = useWords(savingWords);
  const colours = useEditor(({ plan }) => pictureSize(plan.shapes[plan.inputs[0] ?? ''])?.channels === 3);
  const known = useEditor(({ plan }) => plan.preprocessing !== undefined);
  if (!colours || known) return null;
  return (
    <div className={styles.pictures}>
      <p className={said.note}>{words.pictures(preparations(library))}</p>
      <PreprocessingChoice />
    </div>
  );
}
