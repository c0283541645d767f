import { shortName } from '../../i18n/inView';
import type { Issue } from '../../compile/issue';
import { applyFix } from '../../document/edits/fixes';
import { fixText } from '../../i18n/troubles/mistakes/fixText';
import { problemsWords } from '../../i18n/panels/problems';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import styles from './IssueList.module.css';

interface TroubleRowProps extends Pick<Issue, 'where' | 'severity' | 'fixes'> {
  readonly text: string;
  readonly jump?: (name: string) => void;
}

/** One thing that is wrong, or probably not meant: where, what, and a button for each way out. */
export function TroubleRow({ where, severity, text, fixes, jump }: TroubleRowProps) {
  const { editor, library, session } = useServices();
  const words = useWords(problemsWords);
  const language = useLanguage();
  return (
    <li className={styles.issue} data-severity={severity}>
      <span className={styles.mark} title={words[severity]}>
        <Icon name="warning" size={16} />
      </span>
      <div className={styles.text}>
        {jump && <Where where={where} jump={jump} />}
        <p>{text}</p>
      </div>
      <div className={styles.fixes}>
        {fixes.map((fix) => (
          <Button
            key={JSON.stringify(fix)}
            small
            onClick={() =>
              fix.kind === 'bringPhotos'
                ? session.open('photos')
                : editor.edit(applyFix(fix, library, editor.store.getState().towers))
            }
          >
            {fixText(fix, language, library)}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Where({ where, jump }: { readonly where: string | null; readonly jump: (name: string) => void }) {
  const words = useWords(problemsWords);
  if (where === null) return <span className={styles.where}>{words.document}</span>;
  return (
    <button type="button" className={styles.where} aria-label={words.show(where)} onClick={() => jump(where)}>
      {shortName(where)}
    </button>
  );
}
