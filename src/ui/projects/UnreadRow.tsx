import type { ProjectEntry } from '../../editor/projects/projects';
import type { ProjectTrouble } from '../../editor/projects/projectTrouble';
import { safeFileName } from '../../formats/file';
import { projectsWords } from '../../i18n/projects';
import { shellWords } from '../../i18n/shell';
import { projectTroubleText } from '../../i18n/troubles/projectTrouble';
import { Button } from '../kit/Button';
import { download } from '../kit/download';
import rows from '../kit/Rows.module.css';
import { useLanguage, useServices, useWords } from '../services';
import styles from './Projects.module.css';

interface UnreadRowProps {
  readonly entry: ProjectEntry;
  readonly trouble: ProjectTrouble;
  readonly onRemove: () => void;
}

/** A project that cannot be opened: why, and what can still be done with it. */
export function UnreadRow({ entry, trouble, onRemove }: UnreadRowProps) {
  const { projects, session } = useServices();
  const words = useWords(projectsWords);
  const language = useLanguage();
  const title = entry.title === '' ? words.untitled : entry.title;
  const save = async () => {
    const text = await projects.salvage(entry.id);
    if (text === null) {
      session.notify({ tone: 'error', text: (now) => projectsWords[now].nothingThere });
      return;
    }
    const name = `${safeFileName(title)}.json`;
    download(name, new Blob([text], { type: 'application/json' }));
    session.notify({ tone: 'success', text: shellWords[language].savedFile(name) });
  };
  return (
    <li className={`${rows.row} ${styles.row}`}>
      <div className={styles.unread}>
        <b>
          {title} · {words.unread}
        </b>
        <span>{projectTroubleText(trouble, language)}</span>
      </div>
      <Button small icon="download" aria-label={words.salvage(title)} onClick={() => void save()}>
        {words.saveRest}
      </Button>
      <Button small icon="trash" aria-label={words.remove(title)} onClick={onRemove} />
    </li>
  );
}
