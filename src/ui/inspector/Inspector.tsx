import { bricksOf } from '../../document/items';
import { inspectorWords } from '../../i18n/inspector';
import { useStore } from 'zustand';
import { useEditor, useServices, useWords } from '../services';
import { useEscapeToBrick } from '../kit/focus/useEscapeToBrick';
import { BlockView } from './block/BlockView';
import { BrickView } from './BrickView';
import styles from './Inspector.module.css';
import { ModelView } from './ModelView';
import { SelectionView } from './SelectionView';

/** What is selected, and everything that can be set about it: a brick, a block, several bricks, or the whole model. */
export default function Inspector() {
  const words = useWords(inspectorWords);
  const items = useEditor((state) => state.selection.items);
  const document = useEditor((state) => state.document);
  const { session } = useServices();
  const locked = useStore(session.store, ({ locks }) => locks.includes('model'));
  const [first] = items;
  const view = () => {
    if (items.length === 1 && first !== undefined) {
      if (Object.hasOwn(document.nodes, first)) return <BrickView key={first} name={first} />;
      if (Object.hasOwn(document.blocks, first)) return <BlockView key={first} name={first} />;
    }
    const names = bricksOf(document, items);
    return names.length === 0 ? <ModelView /> : <SelectionView key={names.join('\n')} names={names} />;
  };
  return (
    <section
      className={styles.inspector}
      aria-label={words.inspector}
      data-inspector
      tabIndex={-1}
      ref={useEscapeToBrick()}
    >
      <h2 className={styles.heading}>{words.inspector}</h2>
      <fieldset className={styles.fields} disabled={locked}>
        {view()}
      </fieldset>
    </section>
  );
}
