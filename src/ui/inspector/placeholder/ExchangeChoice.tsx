import { useMemo } from 'react';
import { exchangeKept } from '../../../document/edits/exchangeKept';
import { inItsPlace } from '../../../editor/building/inItsPlace';
import { inspectorWords } from '../../../i18n/inspector';
import styles from '../../fields/Fields.module.css';
import { useEditor, useLanguage, useServices, useWords } from '../../services';

/** Another brick in place of a layer that nothing here computes. */
export function ExchangeChoice({ name }: { readonly name: string }) {
  const { editor, library } = useServices();
  const words = useWords(inspectorWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const bricks = useMemo(() => inItsPlace(name, document, plan, library), [name, document, plan, library]);
  if (bricks.length === 0) return null;
  return (
    <>
      <h3>{words.exchange}</h3>
      <select
        className={styles.input}
        aria-label={words.exchange}
        value=""
        onChange={({ target }) => {
          const brick = library.bricks[target.value];
          if (brick) editor.edit(exchangeKept(name, brick));
        }}
      >
        <option value="">{words.exchangeChoose}</option>
        {bricks.map(({ type, docs }) => (
          <option key={type} value={type}>
            {docs[language].name}
          </option>
        ))}
      </select>
    </>
  );
}
