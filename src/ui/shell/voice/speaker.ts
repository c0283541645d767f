/** What is said together with others of its kind only in its newest form; null: always. */
export type Kind = 'opened' | 'epoch' | null;

/** Milliseconds in which what is said is joined to one message; a message of the corner about what was opened comes a little later. */
const [together, openedWaits] = [80, 400];
/** Milliseconds between two epochs that are told: of many short ones the last. */
const epochsApart = 1500;

export interface Speaker {
  say(text: string, kind?: Kind): void;
  end(): void;
}

/**
 * Joins what is to be said at the same moment, and hands it to `out`. What is shown as a message in the corner is said by
 * it, and not once more.
 */
export function createSpeaker(shown: () => readonly string[], out: (text: string) => void): Speaker {
  let queue: { readonly text: string; readonly kind: Kind }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastEpoch = -Infinity;
  const flush = () => {
    const messages = shown();
    const texts = queue.map(({ text }) => text).filter((text) => !messages.includes(text));
    if (queue.some(({ kind }) => kind === 'epoch')) lastEpoch = Date.now();
    queue = [];
    if (texts.length > 0) out([...new Set(texts)].join(' '));
  };
  const wait = () => {
    if (queue.some(({ kind }) => kind === 'opened')) return openedWaits;
    if (queue.every(({ kind }) => kind === 'epoch')) return Math.max(together, lastEpoch + epochsApart - Date.now());
    return together;
  };
  return {
    say(text, kind = null) {
      if (text === '') return;
      queue = [...queue.filter((other) => kind === null || other.kind !== kind), { text, kind }];
      clearTimeout(timer);
      timer = setTimeout(flush, wait());
    },
    end: () => clearTimeout(timer),
  };
}
