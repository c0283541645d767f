import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type CodeModels, codeModels, lineRange } from '../../editor/own/codeModels';
import { countText } from '../../i18n/numbers';
import { importCodeWords } from '../../i18n/panels/importCode';
import type { ImportHelp, Imported } from '../../importers/importer';
import { questionIn } from '../../importers/question';
import { Button } from '../kit/Button';
import { CodePreview } from './CodePreview';
import { CodeTrouble } from './CodeTrouble';
import { ImportQuestion } from './ImportQuestion';
import { Modal } from '../kit/Modal';
import { useLanguage, useServices, useWords } from '../services';
import { tellOpened } from './tellOpened';
import styles from './ImportCode.module.css';

/** Milliseconds without a key before the text is read. */
const pause = 300;

/** What was read, and of which text, with which answers. */
interface Read {
  readonly code: string;
  readonly wanted: string | null;
  readonly help: ImportHelp;
  readonly models: CodeModels;
}

/** Code becomes bricks: the models in it, what the chosen one is made of, and the line that is wrong. */
export default function ImportCodeDialog() {
  const { session, library, projects } = useServices();
  const words = useWords(importCodeWords);
  const language = useLanguage();
  const pasted = useStore(session.store, (state) => state.code);
  const [code, setCode] = useState(pasted);
  const [wanted, setWanted] = useState<string | null>(null);
  const [help, setHelp] = useState<ImportHelp>({});
  const [read, setRead] = useState<Read | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Who opens the dialog types or pastes at once. */
  const take = useCallback((area: HTMLTextAreaElement | null) => {
    field.current = area;
    area?.focus();
  }, []);

  useEffect(() => {
    if (code.trim() === '') return;
    let current = true;
    const look = async () => {
      const models = await codeModels(code, wanted, library, help);
      if (current) setRead({ code, wanted, help, models });
    };
    const timer = setTimeout(() => void look(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [code, wanted, help, library]);

  // What was read of another text is not shown.
  const found =
    read?.code === code && read.wanted === wanted && read.help === help && code.trim() !== '' ? read.models : null;
  const imported = found?.imported.ok ? found.imported.value : null;
  const question = found && !found.imported.ok ? questionIn(found.imported.error) : null;
  const open = async (model: Imported) => {
    session.open(null);
    await projects.create(model.document);
    tellOpened(model, session);
  };
  const showLine = (line: number) => {
    const area = field.current;
    if (!area) return;
    const [from, to] = lineRange(code, line);
    area.focus();
    area.setSelectionRange(from, to);
    // A line's height brings it into view.
    area.scrollTop = Math.max(0, (line - 3) * (area.scrollHeight / Math.max(1, code.split('\n').length)));
  };
  const obstacle = code.trim() === '' ? words.nothing : found === null ? words.reading : words.wrong;
  return (
    <Modal title={words.title} about={words.about} size="wide">
      <textarea
        ref={take}
        className={styles.code}
        aria-label={words.code}
        placeholder={words.placeholder}
        spellCheck={false}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {found && found.models.length > 1 && (
        <label className={styles.choice}>
          {words.model}
          <select value={found.chosen ?? ''} onChange={({ target }) => setWanted(target.value)}>
            {found.models.map(({ name, parameters }) => (
              <option key={name} value={name}>
                {parameters === null ? name : `${name} (${countText(parameters, language)})`}
              </option>
            ))}
          </select>
        </label>
      )}
      <output className={styles.outcome}>
        {code.trim() !== '' && found === null && <p>{words.reading}</p>}
        {question && (
          <ImportQuestion
            key={`${question.kind} ${question.name}`}
            question={question}
            help={help}
            onAnswer={setHelp}
          />
        )}
        {found && !found.imported.ok && question?.kind !== 'size' && <CodeTrouble found={found} onLine={showLine} />}
        {imported && <CodePreview imported={imported} />}
      </output>
      <div className={styles.foot}>
        <Button tone="primary" obstacle={imported ? null : obstacle} onClick={() => imported && void open(imported)}>
          {words.open}
        </Button>
      </div>
    </Modal>
  );
}
