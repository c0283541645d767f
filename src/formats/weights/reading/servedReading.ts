import { readSavedModel } from '../../saved/readSavedModel';
import { type FileLayer, type FileTensor, type NamedBlob, WeightFileError } from '../weightFile';
import type { FromReader, SentLayer, ToReader } from './readingProtocol';

/** How often a reader says that it lives: at most, while it works without a break, and besides while it waits. */
export const pulseMilliseconds = 250;

type Post = (message: FromReader, transfer: readonly ArrayBuffer[]) => void;

/** The reader's end of the wire: reads one file for another thread. `blobs` gives what was sent its bytes. */
export class ServedReading {
  private readonly tensors: FileTensor[] = [];
  private readonly reading = new Map<number, AsyncIterator<Float32Array<ArrayBuffer>>>();
  private name = '';
  private said = 0;

  constructor(private readonly post: Post) {}

  /** Answers a question, exactly once; `enough` has no answer. */
  async answer(asked: ToReader, blobs: (asked: Extract<ToReader, { type: 'open' }>) => Promise<readonly NamedBlob[]>) {
    try {
      if (asked.type === 'open') await this.open(await blobs(asked));
      else if (asked.type === 'piece') await this.piece(asked.number, asked.spare);
      else await this.enough(asked.number);
    } catch (error) {
      this.post(troubleOf(error, this.name), []);
    }
  }

  private readonly alive = () => {
    const now = performance.now();
    if (now - this.said < pulseMilliseconds) return;
    this.said = now;
    this.post({ type: 'alive' }, []);
  };

  private async open(files: readonly NamedBlob[]): Promise<void> {
    this.name = files[0]?.name ?? '';
    const { weights, document } = await readSavedModel(files, this.alive);
    const { format, config, about = null, outline = null } = weights;
    const layers = weights.layers.map((layer) => this.sent(layer));
    const optimizer = weights.optimizer ? this.sent(weights.optimizer) : null;
    this.post({ type: 'opened', format, config, about, document, layers, optimizer, outline }, []);
  }

  private sent({ tensors, layers, ...layer }: FileLayer): SentLayer {
    return {
      ...layer,
      tensors: tensors.map((tensor) => {
        const { name, shape } = tensor;
        return { name, shape, number: this.tensors.push(tensor) - 1 };
      }),
      layers: layers.map((inner) => this.sent(inner)),
    };
  }

  private async piece(number: number, spare: ArrayBuffer | null): Promise<void> {
    const pieces = this.reading.get(number) ?? this.tensors[number]!.pieces()[Symbol.asyncIterator]();
    this.reading.set(number, pieces);
    const { value, done } = await pieces.next();
    if (done) {
      this.reading.delete(number);
      this.post({ type: 'piece', values: null }, []);
      return;
    }
    // What the library reads into stays its own.
    const bytes = spare !== null && spare.byteLength >= value.byteLength ? spare : new ArrayBuffer(value.byteLength);
    const values = new Float32Array(bytes, 0, value.length);
    values.set(value);
    this.post({ type: 'piece', values }, [bytes]);
  }

  private async enough(number: number): Promise<void> {
    await this.reading.get(number)?.return?.();
    this.reading.delete(number);
  }
}

/** What browsers and Node throw where a file is no longer what was chosen. */
const goneNames: readonly string[] = ['NotReadableError', 'NotFoundError'];

function troubleOf(error: unknown, name: string): FromReader {
  if (error instanceof WeightFileError) return { type: 'trouble', trouble: error.trouble };
  if (error instanceof DOMException && goneNames.includes(error.name)) {
    return { type: 'trouble', trouble: { code: 'gone', name } };
  }
  return { type: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
