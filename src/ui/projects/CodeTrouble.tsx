import { type CodeModels, faultyLine } from '../../editor/own/codeModels';
import { importCodeWords } from '../../i18n/panels/importCode';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { Button } from '../kit/Button';
import { useLanguage, useWords } from '../services';
import styles from './ImportCode.module.css';

/** What is wrong, and the way to its line. */
export function CodeTrouble({
  found,
  onLine,
}: {
  readonly found: CodeModels;
  readonly onLine: (line: number) => void;
}) {
  const words = useWords(importCodeWords);
  const language = useLanguage();
  if (found.imported.ok) return null;
  const line = faultyLine(found.imported);
  return (
    <div className={styles.wrong}>
      <p>{importTroubleText(found.imported.error, language)}</p>
      {line !== null && (
        <Button small onClick={() => onLine(line)}>
          {words.showLine(String(line))}
        </Button>
      )}
    </div>
  );
}
