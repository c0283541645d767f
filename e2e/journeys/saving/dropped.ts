import type { App } from '../app';

export interface Dropped {
  readonly name: string;
  readonly bytes: readonly number[];
}

/** Drops files on the canvas together, as a person does. */
export async function drop({ page, canvas }: App, files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files);
  await canvas.dispatchEvent('dragover', { dataTransfer });
  await canvas.dispatchEvent('drop', { dataTransfer });
}
