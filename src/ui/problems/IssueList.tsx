import { shortName } from '../../i18n/inView';
import type { Issue } from '../../compile/issue';
import { applyFix } from '../../document/edits/fixes';
import { fixText, issueText } from '../../i18n/troubles/issues';
import { problemsWords } from '../../i18n/panels/problems';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import styles from './IssueList.module.css';

interface IssueListProps {
  readonly issues: readonly Issue[];
  /** Names the brick of each issue and jumps to it. */
  readonly jump?: (name: string) => void;
}

/** What is wrong: what was expected, what came, and a button for each way out. */
export function IssueList({ issues, jump }: IssueListProps) {
  const { editor, library } = useServices();
  const words = useWords(problemsWords);
  const language = useLanguage();
  if (issues.length === 0) return null;
  return (
    <ul className={styles.list}>
      {issues.map((issue) => (
        <li
          key={`${issue.code} ${issue.where} ${JSON.stringify(issue.data)}`}
          className={styles.issue}
          data-severity={issue.severity}
        >
          <span className={styles.mark} title={words[issue.severity]}>
            <Icon name="warning" size={16} />
          </span>
          <div className={styles.text}>
            {jump && <Where issue={issue} jump={jump} />}
            <p>{issueText(issue, language, library)}</p>
          </div>
          <div className={styles.fixes}>
            {issue.fixes.map((fix) => (
              <Button
                key={JSON.stringify(fix)}
                small
                onClick={() => editor.edit(applyFix(fix, library, editor.store.getState().towers))}
              >
                {fixText(fix, language, library)}
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Where({ issue, jump }: { readonly issue: Issue; readonly jump: (name: string) => void }) {
  const words = useWords(problemsWords);
  const { where } = issue;
  if (where === null) return <span className={styles.where}>{words.document}</span>;
  return (
    <button type="button" className={styles.where} aria-label={words.show(where)} onClick={() => jump(where)}>
      {shortName(where)}
    </button>
  );
}
