import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, openDB } from 'idb';

export type { DBSchema };

/** A database of the browser (IndexedDB) that outlives its connections. */
export interface Database<Schema extends DBSchema> {
  /**
   * Runs work on an open connection; what it rejects with, this rejects with. A connection that was closed under the page
   * (storage cleared, a newer page that upgrades, the browser short of memory) is opened again and the work done anew:
   * each transaction of it must be able to run twice.
   */
  use<Answer>(work: (connection: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer>;
}

/** Makes the stores that a fresh or older database lacks; `before` is its version, 0 for a fresh one. */
type Upgrade<Schema extends DBSchema> = (
  database: IDBPDatabase<Schema>,
  before: number,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void;

/** The database of this name, opened when it is first used. */
export function databaseOf<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: Upgrade<Schema>,
): Database<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const connect = (): Promise<IDBPDatabase<Schema>> => {
    const lost = () => {
      if (opened === connecting) opened = null;
    };
    const connecting: Promise<IDBPDatabase<Schema>> = openDB<Schema>(name, version, {
      upgrade: (database, before, _, transaction) => upgrade(database, before, transaction),
      // Another tab wants to upgrade or delete it, and waits for this connection.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    });
    // What could not be opened may open the next time.
    connecting.catch(lost);
    return connecting;
  };
  return {
    async use(work) {
      const first = (opened ??= connect());
      const connection = await first;
      try {
        return await work(connection);
      } catch (error) {
        const lost = opened !== first;
        if (!(isNamed(error, 'InvalidStateError') || (lost && isNamed(error, 'AbortError')))) throw error;
        if (!lost) opened = null;
        return work(await (opened ??= connect()));
      }
    },
  };
}

/** `InvalidStateError`: “The database connection is closing.” `AbortError`: it closed in the middle, and nothing was written. */
const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;
