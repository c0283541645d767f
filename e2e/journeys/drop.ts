import type { Locator } from '@playwright/test';

export interface Dropped {
  readonly name: string;
  readonly bytes: readonly number[];
}

/** Drops files on a place together, as a person does. */
export async function drop(place: Locator, files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await place.page().evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files);
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}
