import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { describe, expect, test } from 'vitest';
import { type DBSchema, type Database, databaseOf } from './database';

interface Schema extends DBSchema {
  texts: { key: string; value: string };
}
const fresh = () => {
  const name = `database-${Math.random()}`;
  return {
    name,
    database: databaseOf<Schema>(name, 1, (database) => void database.createObjectStore('texts')),
  };
};
const put = (database: Database<Schema>, text: string) =>
  database.use(async (connection) => void (await connection.put('texts', text, 'key')));
const get = (database: Database<Schema>) => database.use((connection) => connection.get('texts', 'key'));

describe('a database that closes under the page', () => {
  test.each([
    ['closed by the program', async (database: Database<Schema>) => database.use(async (open) => open.close())],
    [
      'closed by the browser (the close event)',
      (database: Database<Schema>) => database.use(async (open) => forceCloseDatabase(unwrap(open) as never)),
    ],
  ])('is opened again: %s', async (_, close) => {
    const { database } = fresh();
    await put(database, 'before');
    await close(database);
    expect(await get(database)).toBe('before');
    await close(database);
    await put(database, 'after');
    expect(await get(database)).toBe('after');
  });

  test('lets another tab delete it, and begins anew', async () => {
    const { name, database } = fresh();
    await put(database, 'before');
    await deleteDB(name);
    expect(await get(database)).toBeUndefined();
    await put(database, 'after');
    expect(await get(database)).toBe('after');
  });

  test('lets a newer page upgrade it, and says that it is newer', async () => {
    const { name, database } = fresh();
    await put(database, 'before');
    (await openDB(name, 2)).close();
    await expect(get(database)).rejects.toMatchObject({ name: 'VersionError' });
  });

  test('rejects with the error of the work itself, without doing it twice', async () => {
    const { database } = fresh();
    let times = 0;
    const work = database.use(() => {
      times++;
      return Promise.reject(new DOMException('', 'QuotaExceededError'));
    });
    await expect(work).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(times).toBe(1);
  });
});
