/** Where copied bricks wait: the system's clipboard where the browser allows it, and this page's memory anyway. */
export interface Clipboard {
  write(text: string): Promise<void>;
  read(): Promise<string>;
}

export function createClipboard(system: Pick<globalThis.Clipboard, 'readText' | 'writeText'> | undefined): Clipboard {
  let kept = '';
  return {
    async write(text) {
      kept = text;
      // Without permission the copy still works within this page.
      await system?.writeText(text).catch(() => undefined);
    },
    async read() {
      const text = await system?.readText().catch(() => '');
      return text !== undefined && text !== '' ? text : kept;
    },
  };
}
