import { describe, expect, it } from 'vitest';
import { stripesTraining } from '../../../e2e/fixtures/stripes';
import { type Node, emptyDocument } from '../../document/document';
import { memoryCheckpoints } from '../../engine/checkpoints/checkpoints';
import { model, picture, setUp } from './testRunner';

describe('runner', () => {
  it('forgets what projects have learned that are no more', async () => {
    const checkpoints = memoryCheckpoints();
    const { runner } = setUp(checkpoints);
    for (const project of ['kept', 'gone']) {
      await runner.openProject(project);
      await runner.train();
    }
    await runner.sweep(async (ids) => ids.filter((id) => id === 'gone'));
    expect(await checkpoints.projects()).toEqual(['kept']);
    expect([await checkpoints.load('gone'), await checkpoints.runs('gone')]).toEqual([null, []]);
    expect(await checkpoints.runs('kept')).toHaveLength(1);
  });

  it('trains the model on the canvas, keeps the run, and goes on from it', async () => {
    const { runner, state, editor } = setUp();
    await runner.openProject('p');
    expect(state()).toMatchObject({
      phase: 'idle',
      runs: [],
      model: { weights: 'drawn', run: null },
      backend: { name: 'wasm' },
    });
    expect(await runner.weights()).toEqual({ ok: true, value: null });
    const phases: string[] = [];
    runner.store.subscribe(({ phase }) => phases.push(phase));
    await runner.train();
    expect([...new Set(phases)]).toEqual(['loading', 'training', 'evaluating', 'idle']);
    expect(state().run).toMatchObject({ state: 'finished', backend: 'wasm' });
    expect(state().model).toEqual({ weights: 'trained', run: state().run });
    expect(state().runs).toEqual([state().run]);
    const weights = await runner.weights();
    expect(weights.ok && Object.keys(weights.value!)).toEqual(['classes/kernel', 'classes/bias']);
    await runner.continueTraining();
    expect(state().run?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(state().runs).toHaveLength(1);
    await runner.train();
    expect(state().runs).toHaveLength(2);
    expect(state().run?.epochs[0]?.loss).toBe(state().runs[1]?.epochs[0]?.loss);
    await runner.forgetRun(state().runs[1]!.id);
    expect(state().runs).toHaveLength(1);
    editor.edit((document) => ({ ...document, nodes: { ...document.nodes, classes: model(3).nodes['classes']! } }));
    expect(await runner.weights()).toEqual({ ok: true, value: null });
    await expect.poll(() => state().model).toEqual({ weights: 'drawn', run: null });
  });

  it('forgets a run and takes it back with its curves; what the model has learned stays, after a reload, too', async () => {
    const checkpoints = memoryCheckpoints();
    const { runner, state } = setUp(checkpoints);
    await runner.openProject('p');
    await runner.train();
    await runner.train();
    const [last, first] = state().runs;
    const { batches } = state();
    const weights = await runner.weights();
    const forgotten = await runner.forgetRun(last!.id);
    expect(state()).toMatchObject({ runs: [first], run: first, batches: [], model: { weights: 'trained', run: last } });
    expect(await runner.weights()).toEqual(weights);
    await (forgotten.ok && forgotten.value());
    expect(state()).toMatchObject({ runs: [last, first], run: last, batches });
    const after = setUp(checkpoints);
    await after.runner.openProject('p');
    expect(after.state()).toMatchObject({ runs: [last, first], run: last, model: { weights: 'trained' } });
    expect(await after.runner.weights()).toEqual(weights);
  });

  it('takes a run back to its own project, whichever is shown by then', async () => {
    const checkpoints = memoryCheckpoints();
    const { runner, state } = setUp(checkpoints);
    await runner.openProject('p');
    await runner.train();
    const { run } = state();
    const forgotten = await runner.forgetRun(run!.id);
    expect(state()).toMatchObject({ runs: [], run: null });
    await runner.openProject('q');
    await (forgotten.ok && forgotten.value());
    expect(state()).toMatchObject({ runs: [], run: null });
    expect(await checkpoints.runs('p')).toEqual([run]);
  });

  it('keeps the trained weights when only positions and the title change', async () => {
    const { runner, state, editor } = setUp();
    await runner.openProject('p');
    await runner.train();
    const before = await runner.weights();
    editor.edit((document) => {
      const moved = { ...document.nodes['flat']!, at: [40, 40] as const };
      return { ...document, title: 'other', nodes: { ...document.nodes, flat: moved as Node } };
    });
    await runner.predict(picture);
    expect(state().prediction?.outputs[0]?.values).toHaveLength(2);
    expect(state().prediction?.activations.map(({ layer }) => layer)).toEqual(['picture', 'flat', 'classes']);
    expect(await runner.weights()).toEqual(before);
  });

  it('finds the checkpoint after a reload, and predicts with its weights', async () => {
    const checkpoints = memoryCheckpoints();
    const before = setUp(checkpoints);
    await before.runner.openProject('p');
    await before.runner.train();
    await before.runner.predict(picture);
    const after = setUp(checkpoints);
    await after.runner.openProject('p');
    expect(after.state().model?.run?.epochs).toHaveLength(2);
    await after.runner.predict(picture);
    expect(after.state().prediction?.outputs[0]?.values).toEqual(before.state().prediction?.outputs[0]?.values);
    await after.runner.openProject('q');
    expect(after.state()).toMatchObject({ model: { run: null }, runs: [], run: null, prediction: null });
    const changed = setUp(checkpoints, model(3));
    await changed.runner.openProject('p');
    expect(changed.state()).toMatchObject({ model: { run: null }, runs: [{ state: 'finished' }] });
  });

  it('pauses, goes on and stops; trouble is in the state, not thrown', async () => {
    const document = { ...model(), training: stripesTraining({ epochs: 500 }) };
    const { runner, state, preferences } = setUp(memoryCheckpoints(), document);
    await runner.openProject('p');
    const running = runner.train();
    await expect.poll(() => state().phase).toBe('training');
    await runner.pause();
    expect(state().phase).toBe('paused');
    await runner.resume();
    expect(state().phase).toBe('training');
    await runner.stop();
    await running;
    expect(state()).toMatchObject({ phase: 'idle', run: { state: 'stopped' }, error: null });
    const remembered: string[] = [];
    preferences.subscribe(({ backend }) => remembered.push(backend));
    await runner.useBackend('webgl');
    expect(state().error).toMatchObject({ code: 'backendUnavailable' });
    // Not even for a moment: the page may end meanwhile.
    expect(remembered).toEqual([]);
    await runner.useBackend('cpu');
    expect([state().backend?.name, ...remembered]).toEqual(['cpu', 'cpu']);
    runner.dismissError();
    expect(state().error).toBeNull();
  });

  it('forgets a remembered backend that does not start any more, and says so', async () => {
    const { runner, state, preferences } = setUp();
    preferences.setState({ backend: 'webgl' });
    await runner.openProject('p');
    expect(preferences.getState().backend).toBe('auto');
    expect(state()).toMatchObject({ backend: { name: 'wasm' }, error: { code: 'backendUnavailable' } });
    expect(await runner.train()).toMatchObject({ ok: true });
  });

  it('answers a probe beside the Predict panel, which keeps its sample and its answer', async () => {
    const { runner, state } = setUp();
    await runner.openProject('p');
    await runner.predict(picture);
    const { sample, prediction, predicting } = state();
    const other = { ...picture, values: new Float32Array(144).fill(250) };
    const [probed, panel] = await Promise.all([runner.probe(other), runner.predict(picture)]);
    expect(probed.ok && probed.value.outputs[0]!.values).not.toEqual(prediction!.outputs[0]!.values);
    expect(panel).toMatchObject({ ok: true });
    expect(state()).toMatchObject({ sample, predicting });
    expect(state().prediction!.outputs).toEqual(prediction!.outputs);
  });

  it('says why a model cannot be trained', async () => {
    const { runner, state } = setUp(memoryCheckpoints(), model(1));
    await runner.openProject('p');
    await runner.train();
    expect(state()).toMatchObject({ phase: 'idle', error: { code: 'dataMismatch', data: { expected: [1] } } });
    expect(await runner.train()).toEqual({ ok: false, error: state().error });
    const empty = setUp(memoryCheckpoints(), emptyDocument('empty'));
    expect(await empty.runner.predict(picture)).toMatchObject({ ok: false, error: { code: 'notRunnable' } });
    expect(empty.state()).toMatchObject({ predicting: false, error: { code: 'notRunnable' } });
  });
});
