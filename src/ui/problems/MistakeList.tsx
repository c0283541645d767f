import type { Mistake } from '../../data/mistakes/mistake';
import { mistakeText } from '../../i18n/troubles/mistakes/mistakes';
import { useLanguage } from '../services';
import { TroubleRow } from './TroubleRow';
import styles from './IssueList.module.css';

interface MistakeListProps {
  readonly mistakes: readonly Mistake[];
  /** Names the brick of each mistake and jumps to it. */
  readonly jump?: (name: string) => void;
}

/** What would train, but is probably not meant, with a button for each way out. */
export function MistakeList({ mistakes, jump }: MistakeListProps) {
  const language = useLanguage();
  if (mistakes.length === 0) return null;
  return (
    <ul className={styles.list}>
      {mistakes.map((mistake) => (
        <TroubleRow
          key={`${mistake.code} ${mistake.where}`}
          severity="warning"
          where={mistake.where}
          text={mistakeText(mistake, language)}
          fixes={mistake.fixes}
          {...(jump && { jump })}
        />
      ))}
    </ul>
  );
}
