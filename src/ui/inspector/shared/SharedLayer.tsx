import { usesOf } from '../../../document/structure/sharing';
import { inspectorWords } from '../../../i18n/inspector';
import { useEditor, useWords } from '../../services';
import { Actions } from '../Actions';
import styles from '../Inspector.module.css';

/** Says of a brick whose layer is called several times which others are the same layer. */
export function SharedLayer({ name }: { readonly name: string }) {
  const words = useWords(inspectorWords);
  const others = useEditor(({ document }) => {
    const uses = usesOf(document, name);
    return uses.length < 2 ? '' : uses.filter((each) => each !== name).join(', ');
  });
  if (others === '') return null;
  return (
    <>
      <p className={styles.note}>{words.shares(others)}</p>
      <Actions ids={['ownWeights']} />
    </>
  );
}
