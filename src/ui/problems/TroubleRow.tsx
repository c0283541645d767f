import { shortName } from '../../i18n/inView';
import type { Issue } from '../../compile/issue';
import { problemsWords } from '../../i18n/panels/problems';
import { useWords } from '../services';
import { Icon } from '../kit/Icon';
import { type LoadPart, Part } from '../kit/Part';
import styles from './IssueList.module.css';

/** What mends them is wanted when something is wrong. */
export const fixButtons: LoadPart<Pick<Issue, 'fixes'>> = () => import('./FixButtons');

interface TroubleRowProps extends Pick<Issue, 'where' | 'severity' | 'fixes'> {
  readonly text: string;
  readonly jump?: (name: string) => void;
}

/** One thing that is wrong, or probably not meant: where, what, and a button for each way out. */
export function TroubleRow({ where, severity, text, fixes, jump }: TroubleRowProps) {
  const words = useWords(problemsWords);
  return (
    <li className={styles.issue} data-severity={severity}>
      <span className={styles.mark} title={words[severity]}>
        <Icon name="warning" size={16} />
      </span>
      <div className={styles.text}>
        {jump && <Where where={where} jump={jump} />}
        <p>{text}</p>
      </div>
      <div className={styles.fixes}>{fixes.length > 0 && <Part load={fixButtons} props={{ fixes }} />}</div>
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
