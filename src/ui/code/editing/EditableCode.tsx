import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createCodeEditing } from '../../../editor/code/codeEditing';
import type { ExportedModel } from '../../../exporters/exporter';
import { codeWords } from '../../../i18n/panels/code';
import { importTroubleText } from '../../../i18n/troubles/importTrouble';
import { issueText } from '../../../i18n/troubles/issues';
import { Button } from '../../kit/Button';
import { useLanguage, useServices, useWords } from '../../services';
import styles from './Editing.module.css';
import { useCodeView } from './useCodeView';

export interface EditableCodeProps {
  readonly print: (model: ExportedModel) => string;
  /** Is told the text that is shown, whenever it changes. */
  readonly onText: (text: string) => void;
}

/** Code that can be edited beside the canvas: the bricks follow it, and it follows the bricks. */
export default function EditableCode({ print, onText }: EditableCodeProps) {
  const { editor, library } = useServices();
  const words = useWords(codeWords);
  const language = useLanguage();
  const hint = useId();
  const host = useRef<HTMLDivElement>(null);
  const [editing] = useState(() => createCodeEditing(editor, (document, plan) => print({ document, plan })));
  const { text, trouble } = useStore(editing.store);
  const faults = useCallback(() => {
    const { trouble: found, lines } = editing.store.getState();
    if (found) return [{ line: found.line ?? 1, text: importTroubleText(found.trouble, language) }];
    return editor.store.getState().plan.issues.flatMap((issue) => {
      const place = lines.get(issue.where ?? '')?.at(-1);
      return issue.severity === 'error' && place ? [{ line: place[0], text: issueText(issue, language, library) }] : [];
    });
  }, [editing, editor, language, library]);
  useCodeView({ host, editing, editor, label: words.editor, describedBy: hint, faults });
  useEffect(() => onText(text), [onText, text]);
  const [atFirst] = useState(text);
  const said = trouble ? importTroubleText(trouble.trouble, language) : text === atFirst ? '' : words.followed;
  return (
    <div className={styles.editing}>
      <div ref={host} className={styles.editor} />
      <div className={styles.foot}>
        <p id={hint}>{words.editing}</p>
        <Button small title={words.tidyAbout} disabled={!editing.isOwn()} onClick={() => editing.tidy()}>
          {words.tidy}
        </Button>
      </div>
      <output className={styles.said}>{said}</output>
    </div>
  );
}
