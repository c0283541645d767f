import type { OpenedModel } from '../../saved/readSavedModel';
import { type FileLayer, type FileTensor, WeightFileError } from '../weightFile';
import type { FromReader, ReaderWire, SentFile, SentLayer, ToReader } from './readingProtocol';

/** A reader that is silent for so long while it is asked something is stuck: it gives a sign of life four times a second. */
const patienceSeconds = 1.5;
/** Until it runs at all: its code, and the library's 4 MB, may have to come from a server first. */
const startSeconds = 60;

const ticksPerSecond = 10;

/** How long a reader is waited for. */
export interface Patience {
  readonly seconds?: number;
  readonly startSeconds?: number;
}

/**
 * Opens a saved model, or weights alone, in a thread of its own, which is ended with the file, on `signal`, and where it
 * gives no sign of life: some files are read for ever, and nothing else ends that. Throws `WeightFileError`, or the reason
 * of `signal`.
 */
export async function openApart(
  wire: ReaderWire,
  files: readonly SentFile[],
  signal?: AbortSignal,
  patience: Patience = {},
): Promise<OpenedModel> {
  const reader = new Reader(wire, files[0]?.name ?? '', patience);
  const stop = () => reader.end(signal!.reason);
  signal?.addEventListener('abort', stop);
  const close = () => {
    signal?.removeEventListener('abort', stop);
    reader.end(new Error(`${files[0]?.name ?? ''} is closed.`));
  };
  try {
    signal?.throwIfAborted();
    const opened = await reader.ask({ type: 'open', files }, 'opened');
    const { format, layers, config, about, document, optimizer, outline } = opened;
    const weights = {
      format,
      config,
      layers: layers.map((layer) => received(layer, reader)),
      ...(about === null ? {} : { about }),
      ...(optimizer === null ? {} : { optimizer: received(optimizer, reader) }),
      ...(outline === null ? {} : { outline }),
      close,
    };
    return { document, weights };
  } catch (error) {
    close();
    throw error;
  }
}

const received = ({ tensors, layers, ...layer }: SentLayer, reader: Reader): FileLayer => ({
  ...layer,
  tensors: tensors.map(({ name, shape, number }): FileTensor => ({ name, shape, pieces: () => reader.pieces(number) })),
  layers: layers.map((inner) => received(inner, reader)),
});

interface Waiting {
  settle(message: FromReader): void;
  reject(reason: unknown): void;
}

/** Asks one thing at a time, and listens whether the other side still lives. */
class Reader {
  private waiting: Waiting | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private ready = false;
  private ended: { readonly reason: unknown } | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly wire: ReaderWire,
    private readonly name: string,
    private readonly patience: Patience,
  ) {
    wire.listen(
      (message) => this.heard(message),
      () => this.end(this.trouble(this.ready ? { code: 'truncated' } : { code: 'noReader' })),
    );
  }

  /** The answer to a question; questions wait for their turn. */
  ask<T extends FromReader['type']>(
    question: ToReader,
    wanted: T,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Extract<FromReader, { type: T }>> {
    const asked = async () => {
      const message = await new Promise<FromReader>((settle, reject) => {
        if (this.ended !== null) {
          reject(this.ended.reason);
          return;
        }
        this.waiting = { settle, reject };
        this.listen();
        this.wire.send(question, transfer);
      });
      if (message.type === wanted) return message as Extract<FromReader, { type: T }>;
      if (message.type === 'trouble') throw new WeightFileError(message.trouble);
      throw new Error(message.type === 'failed' ? message.detail : `The reader answered ${message.type}.`);
    };
    const answer = this.turn.then(asked, asked);
    this.turn = answer;
    return answer;
  }

  async *pieces(number: number): AsyncGenerator<Float32Array<ArrayBuffer>> {
    let spare: ArrayBuffer | null = null;
    let done = false;
    try {
      for (;;) {
        const transfer: readonly ArrayBuffer[] = spare === null ? [] : [spare];
        const { values }: { readonly values: Float32Array<ArrayBuffer> | null } = await this.ask(
          { type: 'piece', number, spare },
          'piece',
          transfer,
        );
        done = values === null;
        if (values === null) return;
        yield values;
        spare = values.buffer;
      }
    } finally {
      if (!done && this.ended === null) this.wire.send({ type: 'enough', number }, []);
    }
  }

  /** What is waited for fails with this, and so does what is asked from now on. */
  end(reason: unknown): void {
    if (this.ended !== null) return;
    this.ended = { reason };
    clearInterval(this.timer);
    this.wire.end();
    this.waiting?.reject(reason);
    this.waiting = null;
  }

  private heard(message: FromReader): void {
    if (this.ended !== null) return;
    this.ready = true;
    if (message.type === 'ready' || message.type === 'alive') {
      this.listen();
      return;
    }
    clearInterval(this.timer);
    const { waiting } = this;
    this.waiting = null;
    waiting?.settle(message);
  }

  private listen(): void {
    clearInterval(this.timer);
    if (this.waiting === null) return;
    const { seconds = patienceSeconds, startSeconds: start = startSeconds } = this.patience;
    let left = (this.ready ? seconds : start) * ticksPerSecond;
    // Counted in ticks: what was said while this thread was busy must be heard before it is missed.
    this.timer = setInterval(() => {
      if (--left > 0) return;
      this.end(this.trouble(this.ready ? { code: 'noAnswer', seconds } : { code: 'noReader' }));
    }, 1000 / ticksPerSecond);
  }

  private trouble(trouble: { code: 'truncated' } | { code: 'noReader' } | { code: 'noAnswer'; seconds: number }) {
    return new WeightFileError({ ...trouble, name: this.name });
  }
}
