import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripesTraining } from '../../../e2e/fixtures/stripes';
import type { Training } from '../../document/training';
import { type CheckpointStore, memoryCheckpoints } from '../../engine/checkpoints/checkpoints';
import { model, setUp } from './testRunner';

/** Milliseconds that a slow machine has. */
const patient = { timeout: 20_000 };

const training = (changes: Partial<Training>) => ({ ...model(), training: stripesTraining(changes) });

/** A page that trains project `a`, and has done an epoch of it. */
async function inTraining(changes: Partial<Training> = { epochs: 2000 }) {
  const checkpoints = memoryCheckpoints();
  const page = setUp(checkpoints, training(changes));
  await page.runner.openProject('a');
  const running = page.runner.train();
  await expect.poll(() => page.state().run?.epochs.length ?? 0, patient).toBeGreaterThan(0);
  return { ...page, checkpoints, running, id: page.state().run!.id };
}

const idsOf = async (checkpoints: CheckpointStore, project: string) =>
  (await checkpoints.runs(project)).map(({ id }) => id);

describe('a run whose project is left', () => {
  it('goes on while it is asked, shows nothing in the other project, and is kept with its own when it is stopped', async () => {
    const { runner, state, checkpoints, running, id, events } = await inTraining();
    await runner.openProject('b');
    expect(state()).toMatchObject({ phase: 'idle', run: null, progress: null, runs: [] });
    expect(state().elsewhere).toMatchObject({ project: 'a', undecided: true, state: { phase: 'training' } });
    const before = state().elsewhere!.state.run!.epochs.length;
    await expect.poll(() => state().elsewhere!.state.run!.epochs.length, patient).toBeGreaterThan(before);
    expect(state()).toMatchObject({ phase: 'idle', run: null, progress: null, cut: null });
    await runner.decide(false);
    await running;
    expect(state()).toMatchObject({ run: null, runs: [], elsewhere: null, error: null });
    expect(await idsOf(checkpoints, 'a')).toEqual([id]);
    expect(await idsOf(checkpoints, 'b')).toEqual([]);
    await runner.openProject('a');
    expect(state()).toMatchObject({ phase: 'idle', run: { id, state: 'stopped' }, model: { weights: 'trained' } });
    const ofRuns = events.filter((event) => 'runId' in event && event.runId !== null);
    expect(ofRuns.every((event) => 'project' in event && event.project === 'a' && event.runId === id)).toBe(true);
  });

  it('is there again, and goes on, when its project is opened again', async () => {
    const { runner, state, running, id } = await inTraining();
    await runner.openProject('b');
    await runner.decide(true);
    expect(state().elsewhere).toMatchObject({ undecided: false, state: { phase: 'training' } });
    const before = state().elsewhere!.state.run!.epochs.length;
    await runner.openProject('c');
    expect(state().elsewhere).toMatchObject({ project: 'a', undecided: false });
    await runner.openProject('a');
    expect(state()).toMatchObject({ phase: 'training', run: { id }, elsewhere: null });
    await expect.poll(() => state().run!.epochs.length, patient).toBeGreaterThan(before);
    await runner.pause();
    expect(state().phase).toBe('paused');
    await runner.openProject('b');
    await runner.openProject('a');
    expect(state().phase).toBe('paused');
    await runner.resume();
    await runner.stop();
    await running;
    const { epochs } = state().run!;
    expect(state()).toMatchObject({ phase: 'idle', run: { state: 'stopped' }, runs: [{ id }] });
    expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, index) => index + 1));
  });

  it('ends elsewhere, and its result is found in its project', async () => {
    const { runner, state, running } = await inTraining({ epochs: 12 });
    await runner.openProject('b');
    await runner.decide(true);
    await running;
    expect(state()).toMatchObject({ phase: 'idle', run: null, runs: [], elsewhere: null });
    await runner.openProject('a');
    expect(state()).toMatchObject({ run: { state: 'finished' }, model: { weights: 'trained' } });
    expect(state().run!.epochs).toHaveLength(12);
    expect(state().run!.evaluation).not.toBeNull();
  });

  it('is ended by a run of the other project, and each keeps its own', async () => {
    const { runner, state, checkpoints, running, id, editor } = await inTraining();
    await runner.openProject('b');
    editor.edit((document) => ({ ...document, training: stripesTraining({ epochs: 1 }) }));
    await runner.train();
    await running;
    expect(state()).toMatchObject({ phase: 'idle', elsewhere: null, run: { state: 'finished' } });
    expect(await idsOf(checkpoints, 'b')).toEqual([state().run!.id]);
    expect(await idsOf(checkpoints, 'a')).toEqual([id]);
    expect((await checkpoints.runs('a'))[0]).toMatchObject({ state: 'stopped' });
  });

  it('is ended without a question where its project is deleted, shown or not', async () => {
    const { runner, state, running } = await inTraining();
    await runner.abandon('a');
    await runner.openProject('b');
    expect(state().elsewhere?.undecided ?? false).toBe(false);
    await running;
    expect(state().elsewhere).toBeNull();
    const other = await inTraining();
    await other.runner.openProject('b');
    await other.runner.abandon('a');
    await other.running;
    expect(other.state()).toMatchObject({ elsewhere: null, phase: 'idle', run: null });
  });

  it('fails where nobody sees it, and says why in its own project', async () => {
    const { runner, state } = setUp(memoryCheckpoints(), model(1));
    await runner.openProject('a');
    const running = runner.train();
    await runner.openProject('b');
    await running;
    expect(state()).toMatchObject({ error: null, elsewhere: null, run: null });
    await runner.openProject('a');
    expect(state().error).toMatchObject({ code: 'dataMismatch' });
    await runner.openProject('b');
    expect(state().error).toBeNull();
  });
});

it(
  'whatever is opened, trained and stopped: what is shown and kept of a project is its own',
  { timeout: 60_000 },
  async () => {
    const projects = ['a', 'b', 'c'] as const;
    const step = fc.oneof(
      fc.constantFrom(...projects).map((id) => ({ open: id })),
      fc
        .constantFrom('train', 'continueTraining', 'stop', 'pause', 'resume', 'goOn', 'end', 'wait')
        .map((act) => ({ act })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const checkpoints = memoryCheckpoints();
        const { runner, state, events } = setUp(checkpoints, training({ epochs: 3 }));
        const running: Promise<unknown>[] = [];
        await runner.openProject('a');
        let shown = 'a';
        for (const each of steps) {
          if ('open' in each) {
            shown = each.open;
            await runner.openProject(shown);
          } else if (each.act === 'train' || each.act === 'continueTraining') running.push(runner[each.act]());
          else if (each.act === 'goOn') await runner.decide(true);
          else if (each.act === 'end') await runner.decide(false);
          else if (each.act === 'wait') await new Promise((resolve) => setTimeout(resolve, 20));
          else await runner[each.act as 'stop' | 'pause' | 'resume']();
          const owner = new Map(
            events.flatMap((event) =>
              'runId' in event && event.runId !== null ? [[event.runId, event.project] as const] : [],
            ),
          );
          const { run, runs, elsewhere } = state();
          for (const one of [...(run === null ? [] : [run]), ...runs]) expect(owner.get(one.id)).toBe(shown);
          const away = elsewhere?.state.run;
          expect(away ? owner.get(away.id) : null).toBe(away ? elsewhere.project : null);
          expect(elsewhere?.project).not.toBe(shown);
          for (const project of projects)
            for (const one of await checkpoints.runs(project)) expect(owner.get(one.id)).toBe(project);
        }
        await runner.resume();
        await runner.stop();
        await runner.decide(false);
        await Promise.all(running);
        expect(state()).toMatchObject({ phase: 'idle', elsewhere: null });
      }),
      { numRuns: 25 },
    );
  },
);
