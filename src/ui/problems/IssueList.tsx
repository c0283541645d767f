import type { Issue } from '../../compile/issue';
import { issueText } from '../../i18n/troubles/issues';
import { useLanguage, useServices } from '../services';
import { TroubleRow } from './TroubleRow';
import styles from './IssueList.module.css';

interface IssueListProps {
  readonly issues: readonly Issue[];
  /** Names the brick of each issue and jumps to it. */
  readonly jump?: (name: string) => void;
}

/** What is wrong: what was expected, what came, and a button for each way out. */
export function IssueList({ issues, jump }: IssueListProps) {
  const { library } = useServices();
  const language = useLanguage();
  if (issues.length === 0) return null;
  return (
    <ul className={styles.list}>
      {issues.map((issue) => (
        <TroubleRow
          key={`${issue.code} ${issue.where} ${JSON.stringify(issue.data)}`}
          severity={issue.severity}
          where={issue.where}
          text={issueText(issue, language, library)}
          fixes={issue.fixes}
          {...(jump && { jump })}
        />
      ))}
    </ul>
  );
}
