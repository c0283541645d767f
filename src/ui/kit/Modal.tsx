import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { shellWords } from '../../i18n/shell';
import { useServices, useWords } from '../services';
import { Button } from './Button';
import styles from './Modal.module.css';
import { useFirstFocus } from './focus/useFirstFocus';

interface ModalProps {
  readonly title: string;
  readonly about?: string;
  readonly size?: 'narrow' | 'middle' | 'wide';
  readonly children: ReactNode;
  /** There is nothing in it but text: the keys scroll it. */
  readonly read?: boolean;
  /** Where it is not the page's dialog that closes. */
  readonly onClose?: () => void;
}

/** A dialog over the page: traps the focus, closes with Escape, gives the focus back. */
export function Modal({ title, about, size = 'middle', children, read = false, onClose }: ModalProps) {
  const { session } = useServices();
  const words = useWords(shellWords);
  const { content, body, begin } = useFirstFocus();
  const close = onClose ?? (() => session.open(null));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay}>
          <Dialog.Content
            ref={content}
            onOpenAutoFocus={begin}
            className={`${styles.content} ${styles[size]}`}
            data-modal
            {...(about === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <header className={styles.header}>
              <div>
                <Dialog.Title className={styles.title}>{title}</Dialog.Title>
                {about !== undefined && <Dialog.Description className={styles.about}>{about}</Dialog.Description>}
              </div>
              <Dialog.Close asChild>
                <Button tone="quiet" icon="close" aria-label={words.close} />
              </Dialog.Close>
            </header>
            <div ref={body} className={styles.body} {...(read && { tabIndex: 0, role: 'region', 'aria-label': title })}>
              {children}
            </div>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
