import { useMemo } from 'react';
import { useStore } from 'zustand';
import { parameterWords } from '../../../bricks/words';
import { helpWords } from '../../i18n/help';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Modal } from '../kit/Modal';
import { entryById, entryName } from '../palette/entries';
import { BrickHelp } from './BrickHelp';
import styles from './Help.module.css';
import { subjectOfExample, subjectOfStep } from './subject';

/** The help of one brick, of the palette or of the model: also every parameter in words. */
export default function HelpDialog() {
  const { session, library } = useServices();
  const asked = useStore(session.store, (state) => state.helpOf);
  const language = useLanguage();
  const words = useWords(helpWords);
  const entry = asked === null ? undefined : entryById(library.bricks, asked.entry);
  const node = useEditor((state) => (asked?.name == null ? undefined : state.document.nodes[asked.name]));
  const step = useEditor((state) => state.plan.steps.find(({ name }) => name === asked?.name));
  const subject = useMemo(() => {
    const own = entry && node && step ? subjectOfStep(entry.brick, node, step, library) : null;
    return own ?? (entry ? subjectOfExample(entry.brick, 0, library, entry.preset?.params) : null);
  }, [entry, node, step, library]);
  if (!entry || !subject) return null;
  const { about } = entry.brick.docs[language];
  const params = parameterWords[entry.brick.type]?.[language] ?? {};
  const advanced = (param: string) => Number(entry.brick.params[param]!.advanced);
  const settings = Object.keys(entry.brick.params).sort((one, other) => advanced(one) - advanced(other));
  return (
    <Modal title={entryName(entry, language)} about={about}>
      <BrickHelp subject={subject} autoplay />
      {settings.length > 0 && (
        <div className={styles.panel}>
          <h3>{words.settings}</h3>
          <dl className={styles.settings}>
            {settings.map((param) => (
              <div key={param}>
                <dt>{param}</dt>
                <dd>{params[param]}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Modal>
  );
}
