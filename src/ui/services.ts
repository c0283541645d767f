import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Library } from '../document/template';
import type { Command } from '../editor/commands/command';
import type { OwnData } from '../editor/own/ownData';
import type { Photos } from '../editor/own/photos';
import type { PreferencesStore } from '../editor/preferences';
import type { Pretrained } from '../editor/own/pretrained';
import type { Projects } from '../editor/projects/projects';
import type { LoadTemplates } from '../editor/opening/start';
import type { Runner } from '../editor/run/runner';
import type { SessionStore } from '../editor/session';
import type { Editor, EditorState } from '../editor/store';
import type { Language, Words } from '../i18n/words';

/** Everything the components work with; made in `main.tsx`, given down once, never replaced. */
export interface Services {
  readonly editor: Editor;
  readonly session: SessionStore;
  readonly preferences: PreferencesStore;
  readonly projects: Projects;
  readonly runner: Runner;
  /** Datasets that somebody brought along. */
  readonly data: OwnData;
  /** Photos that somebody brought along. */
  readonly photos: Photos;
  /** Pretrained weights on this device. */
  readonly pretrained: Pretrained;
  readonly commands: readonly Command[];
  readonly library: Library;
  readonly loadTemplates: LoadTemplates;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('Components must be rendered inside <ServicesContext>.');
  return services;
}

/** Subscribes to a part of the editor's state; pick stable values, or wrap the picker in zustand's `useShallow`. */
export function useEditor<T>(pick: (state: EditorState) => T): T {
  return useStore(useServices().editor.store, pick);
}

export function useLanguage(): Language {
  return useStore(useServices().preferences, ({ language }) => language);
}

/** An area's words in the chosen language. */
export function useWords<T>(words: Words<T>): Words<T>[Language] {
  return words[useLanguage()];
}
