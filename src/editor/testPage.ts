import { expect } from 'vitest';
import { library, templates } from '../../templates/index';
import { createEngine } from '../engine/client';
import { templateDocument } from '../layout/templateDocument';
import type { CanvasActions, PageActions } from './commands/canvasActions';
import { createClipboard } from './commands/clipboard';
import type { CommandId } from './commands/commandId';
import { createCommands } from './commands/commands';
import type { EditTrouble } from './commands/services';
import { createPreferences } from './preferences';
import { createRunner } from './run/runner';
import { createSession } from './session';
import { browser } from './testBrowser';

/** A canvas that does nothing. */
export const stillCanvas: CanvasActions = {
  focus: () => undefined,
  fit: () => undefined,
  zoomIn: () => undefined,
  zoomOut: () => undefined,
  reveal: () => undefined,
  inView: (items) => items,
  quickAdd: () => undefined,
  exchange: () => undefined,
  walk: () => undefined,
  stepTarget: () => undefined,
  confirmTarget: () => undefined,
};

/** A page around it that does nothing. */
export const stillPage: PageActions = {
  openFile: () => undefined,
  saveFile: () => undefined,
  focusSearch: () => undefined,
  toCanvas: () => undefined,
  nextArea: () => undefined,
};

const open = (id: string) =>
  templateDocument(
    templates.find((template) => template.id === id)!,
    {},
    library,
  );

/** Everything that commands work on; the engine's worker never answers. */
export function page(template: string) {
  const { editor, projects } = browser().tab();
  editor.open(open(template));
  const session = createSession();
  const memory = new Map<string, string>();
  const preferences = createPreferences({
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, text: string) => void memory.set(key, text),
    removeItem: (key: string) => void memory.delete(key),
  } as Storage);
  preferences.setState({ language: 'en', backend: 'auto' });
  const engine = createEngine({
    start: () => ({
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: () => undefined,
    }),
  });
  const runner = createRunner({ editor, engine, preferences });
  const clipboard = createClipboard(undefined);
  const refusals: EditTrouble[] = [];
  const failures: (readonly [CommandId, unknown])[] = [];
  const commands = createCommands({
    editor,
    session,
    preferences,
    projects,
    runner,
    library,
    clipboard,
    untitled: () => 'Untitled',
    failed: (...failure) => failures.push(failure),
    refused: (why) => refusals.push(why),
  });
  const find = (id: string) => commands.find((command) => command.id === id)!;
  return {
    editor,
    session,
    preferences,
    commands,
    clipboard,
    failures,
    refusals,
    enabled: (id: string) => find(id).enabled(),
    run: async (id: string, items?: readonly string[]) => {
      if (items) editor.select(items);
      expect(find(id).enabled()).toBe(true);
      await find(id).run();
      return editor.store.getState();
    },
  };
}
