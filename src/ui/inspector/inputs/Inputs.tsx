import { canvasActions } from '../../../editor/commands/canvasActions';
import { disconnect } from '../../../document/edits';
import { inspectorWords } from '../../../i18n/inspector';
import { Button } from '../../kit/Button';
import { useEditor, useServices, useWords } from '../../services';
import styles from './Inputs.module.css';

/** Of a brick that takes several inputs, which they are, in their order: each can be gone to, and cut off alone. */
export function Inputs({ name }: { readonly name: string }) {
  const { editor } = useServices();
  const words = useWords(inspectorWords);
  const edges = useEditor((state) => state.document.edges);
  const inputs = edges.filter(({ to }) => to === name).toSorted((one, other) => one.port - other.port);
  if (inputs.length < 2) return null;
  return (
    <>
      <h3>{words.inputs}</h3>
      <ol className={styles.inputs}>
        {inputs.map((edge) => (
          <li key={`${edge.port} ${edge.from}`}>
            <Button
              small
              tone="quiet"
              onClick={() => {
                const item = editor.store.getState().towers.itemOf.get(edge.from);
                if (item === undefined) return;
                editor.select([item]);
                canvasActions()?.reveal(item);
              }}
            >
              {edge.from}
            </Button>
            <Button
              small
              tone="quiet"
              icon="close"
              aria-label={words.disconnect(edge.from)}
              onClick={() => editor.edit(disconnect(edge, editor.store.getState().towers))}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
