import { startTransition, useEffect, useRef, useState } from 'react';
import type { Document } from '../../document/document';
import type { ProjectEntry } from '../../editor/projects/projects';
import { DocumentPicture } from '../brick/DocumentPicture';
import { useSeen } from '../brick/useSeen';
import { useServices } from '../services';
import styles from './Projects.module.css';

/** A larger model would keep the list waiting, and nothing of it could be told apart at this size. */
const mostBricks = 600;

/** The model of a project as a small picture, decoration: read and drawn once it is in sight. */
export function ProjectPicture({ entry }: { readonly entry: ProjectEntry }) {
  const { projects, library } = useServices();
  const frame = useRef<HTMLSpanElement>(null);
  const seen = useSeen(frame) && entry.bricks <= mostBricks;
  const [model, setModel] = useState<Document | null>(null);
  useEffect(() => {
    if (!seen) return undefined;
    let gone = false;
    void projects.read(entry.id).then((read) => {
      if (!gone) startTransition(() => setModel(read));
    });
    return () => {
      gone = true;
    };
  }, [projects, seen, entry.id]);
  return (
    <span ref={frame} className={styles.picture} aria-hidden="true">
      {model && <DocumentPicture document={model} library={library} />}
    </span>
  );
}
