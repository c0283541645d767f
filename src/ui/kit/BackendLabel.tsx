import { useStore } from 'zustand';
import type { BackendInfo } from '../../engine/protocol/protocol';
import { statusWords } from '../../i18n/status';
import { useServices, useWords } from '../services';
import styles from '../shell/StatusLine.module.css';

/** `WebGPU apple metal-3, runs on the graphics card`. */
export function backendText(backend: BackendInfo, words: (typeof statusWords)['en' | 'ko']): string {
  const device = backend.name === 'wasm' ? words.threads(backend.threads) : backend.adapter;
  return [device, words[backend.reason]].filter((part) => part !== '').join(' · ');
}

/** The backend in use and the reason for it. */
export function BackendLabel() {
  const { runner } = useServices();
  const words = useWords(statusWords);
  const backend = useStore(runner.store, (state) => state.backend);
  if (backend === null) return <span className={styles.phase}>{words.starting}</span>;
  const why = backendText(backend, words);
  return (
    <span className={styles.backend} title={why}>
      <span className={styles.dot} data-backend={backend.name} aria-hidden="true" />
      <b>{words[backend.name]}</b>
      <span className={styles.why}>{why}</span>
    </span>
  );
}
