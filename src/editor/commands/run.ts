import { runnable } from '../../compile/plan';
import type { BackendName } from '../../engine/protocol/backendInfo';
import { pressTrain } from '../run/pressTrain';
import type { Command } from './command';
import type { CommandId } from './commandId';
import { type CommandServices, command } from './services';

const backends = {
  auto: 'backendAuto',
  webgpu: 'backendWebgpu',
  wasm: 'backendWasm',
  webgl: 'backendWebgl',
  cpu: 'backendCpu',
} as const satisfies Record<BackendName | 'auto', CommandId>;

export function runCommands(services: CommandServices): readonly Command[] {
  const { editor, session, runner, preferences } = services;
  const phase = () => runner.store.getState().phase;
  const ready = () => phase() === 'idle' && runnable(editor.store.getState().plan);
  const show = () => session.show('training');
  return [
    command(
      'run',
      'train',
      () => {
        show();
        return pressTrain(runner, editor.store.getState().plan);
      },
      {
        keys: ['Mod+Enter'],
        inText: true,
        enabled: ready,
        missed: () => {
          if (phase() !== 'idle') return;
          // The remedies stand there.
          session.show('problems');
          services.refused('cannotTrain');
        },
      },
    ),
    command(
      'run',
      'continueTraining',
      () => {
        show();
        return runner.continueTraining();
      },
      { keys: ['Mod+Shift+Enter'], enabled: () => ready() && (runner.store.getState().model?.run ?? null) !== null },
    ),
    command('run', 'pause', () => (phase() === 'paused' ? runner.resume() : runner.pause()), {
      keys: ['P'],
      enabled: () => phase() === 'training' || phase() === 'paused',
    }),
    command('run', 'stop', () => runner.stop(), {
      keys: ['Mod+Alt+Enter'],
      inText: true,
      enabled: () => phase() === 'training' || phase() === 'paused' || phase() === 'loading',
    }),
    ...(Object.keys(backends) as (BackendName | 'auto')[]).map((name) =>
      command('run', backends[name], () => runner.useBackend(name), {
        enabled: () => preferences.getState().backend !== name,
      }),
    ),
  ];
}
