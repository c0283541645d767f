import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { pretrainedTroubleText } from '../../i18n/panels/pretrained';
import { shellWords } from '../../i18n/shell';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import rows from '../kit/Rows.module.css';
import styles from './Pretrained.module.css';

/** What went wrong last with weights of such an id, brought into sight, until it is put away or tried again. */
export function TroubleText({ about }: { readonly about: (id: string) => boolean }) {
  const { pretrained } = useServices();
  const { close } = useWords(shellWords);
  const language = useLanguage();
  const any = useStore(pretrained.store, (state) => state.trouble);
  const trouble = any !== null && about(any.id) ? any : null;
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (trouble !== null) text.current?.scrollIntoView({ block: 'nearest' });
  }, [trouble]);
  if (trouble === null) return null;
  return (
    <p className={`${rows.message} ${styles.trouble}`} role="alert" ref={text}>
      {pretrainedTroubleText(trouble, language)}
      <Button small tone="quiet" icon="close" aria-label={close} onClick={pretrained.dismiss} />
    </p>
  );
}
