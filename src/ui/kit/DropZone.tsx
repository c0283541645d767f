import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './DropZone.module.css';

interface DropZoneProps {
  /** Left out: it takes nothing now. */
  readonly onFiles?: ((files: readonly File[]) => void) | undefined;
  /** Looks like its surroundings until files are held over it. */
  readonly bare?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A place that takes dropped files, and shows that it would while they are held over it. */
export function DropZone({ onFiles, bare = false, className = '', children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    setOver(false);
    event.preventDefault();
    // Only the innermost place takes them, and never the page behind.
    event.stopPropagation();
    if (onFiles && event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  };
  const hold = (event: DragEvent) => {
    const inner = event.isDefaultPrevented();
    event.preventDefault();
    setOver(!inner && onFiles !== undefined && event.dataTransfer.types.includes('Files'));
  };
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
  };
  return (
    <div
      className={`${bare ? styles.bare : styles.zone} ${className}`}
      data-over={over}
      onDragOver={hold}
      onDragLeave={leave}
      onDropCapture={() => setOver(false)}
      onDrop={take}
    >
      {children}
    </div>
  );
}
