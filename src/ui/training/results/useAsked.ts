import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../services';

/** Something that is asked of the shown run's model: why it cannot be now, how far it is, and how to end it. */
export function useAsked(words: { readonly busy: string; readonly otherModel: string }) {
  const { runner } = useServices();
  const own = useRef<AbortController | null>(null);
  const [asking, setAsking] = useState(false);
  const run = useStore(runner.store, (state) => state.run?.id);
  const learned = useStore(runner.store, (state) => state.model?.run?.id);
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const share = useStore(runner.store, (state) => state.many);
  useEffect(() => () => own.current?.abort(), []);
  return {
    asking,
    share,
    obstacle: !idle ? words.busy : learned === run ? null : words.otherModel,
    cancel: () => own.current?.abort(),
    async ask(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
      own.current = new AbortController();
      setAsking(true);
      await work(own.current.signal);
      setAsking(false);
    },
  };
}
