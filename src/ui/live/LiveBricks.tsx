import { useEffect } from 'react';
import { useStore } from 'zustand';
import { canvasActions } from '../../editor/commands/canvasActions';
import { stateful } from '../../compile/stateful';
import { useServices } from '../services';
import { useLiveSample } from './useLiveSample';

/** Most of the bricks in sight that are looked at: more are not told apart on a screen. */
const most = 64;
const [pause, calmPause] = [600, 3000];

/** While a model is trained: what its bricks make of a sample, and how their weights lie, shown on the bricks. Draws nothing itself. */
export default function LiveBricks() {
  const { runner, preferences } = useServices();
  const on = useStore(preferences, ({ liveBricks }) => liveBricks);
  const training = useStore(runner.store, ({ phase }) => phase === 'training');
  return on && training ? <Watching /> : null;
}

function Watching() {
  const { runner, editor } = useServices();
  const sample = useLiveSample();
  useEffect(() => {
    if (sample === 'loading') return undefined;
    const look = () => {
      const { plan, towers } = editor.store.getState();
      const layers = plan.steps.map(({ name }) => name).filter((name) => towers.items.has(name));
      return { sample: stateful(plan) ? null : sample, layers: (canvasActions()?.inView(layers) ?? []).slice(0, most) };
    };
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return runner.watch(look, calm ? calmPause : pause);
  }, [runner, editor, sample]);
  return null;
}
