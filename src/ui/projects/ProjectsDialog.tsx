import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { pageActions } from '../../editor/commands/canvasActions';
import { removeProject } from '../../editor/projects/removeProject';
import type { ProjectEntry } from '../../editor/projects/projects';
import { projectsWords } from '../../i18n/projects';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { ProjectRow } from './ProjectRow';
import { UnreadRow } from './UnreadRow';
import rows from '../kit/Rows.module.css';
import styles from './Projects.module.css';

interface Removed {
  readonly title: string;
  readonly restore: () => Promise<void>;
}

/** All projects in this browser: open, rename, duplicate, delete and take the deletion back. */
export default function ProjectsDialog() {
  const { projects, session, commands, data, photos, runner } = useServices();
  const words = useWords(projectsWords);
  const list = useStore(projects.store, (state) => state.list);
  const troubles = useStore(projects.store, (state) => state.troubles);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = list.filter(({ title }) => title.toLowerCase().includes(wanted));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const remove = async (entry: ProjectEntry) => {
    const restore = await removeProject(entry.id, { projects, data, photos, runner });
    setRemoved({ title: entry.title === '' ? words.untitled : entry.title, restore });
  };
  useEffect(() => void projects.inspect(), [projects]);
  // After the dialog, the message in the corner still offers the way back.
  useEffect(() => {
    if (removed === null) return;
    return () => {
      if (session.store.getState().dialog === 'projects') return;
      session.notify({
        tone: 'info',
        text: (language) => projectsWords[language].removed(removed.title),
        action: { label: (language) => projectsWords[language].undo, run: () => void removed.restore() },
      });
    };
  }, [removed, session]);
  const create = () => {
    session.open(null);
    commands.find(({ id }) => id === 'newProject')?.run();
  };
  return (
    <Modal title={words.projects} about={words.about}>
      <div className={styles.tools}>
        <input
          className={styles.search}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Button
          onClick={() => {
            session.open(null);
            pageActions()?.openFile();
          }}
        >
          {words.openFile}
        </Button>
        <Button tone="primary" icon="plus" onClick={create}>
          {words.newProject}
        </Button>
      </div>
      <div aria-live="polite">
        {removed && (
          <p className={rows.message}>
            {words.removed(removed.title)}
            <Button
              small
              onClick={() => {
                setRemoved(null);
                void removed.restore();
              }}
            >
              {words.undo}
            </Button>
          </p>
        )}
      </div>
      {shown.length === 0 && <p className={styles.note}>{words.none}</p>}
      <ul className={rows.rows}>
        {shown.map((entry) => {
          const trouble = troubles[entry.id];
          const row = { entry, onRemove: () => void remove(entry) };
          if (trouble) return <UnreadRow key={entry.id} {...row} trouble={trouble} />;
          return <ProjectRow key={entry.id} {...row} />;
        })}
      </ul>
    </Modal>
  );
}
