import type { Plan } from '../compile/plan';
import type { Subject } from './protocol/model';
import type { Answer, Request, RequestType } from './protocol/protocol';
import type { Run } from './protocol/run';
import type { WeightData } from './protocol/weights';
import { EngineSession } from './session';
import type { Surroundings } from './surroundings';

type Bare<T extends RequestType> = { [Each in T]: Omit<Request<Each>, 'about'> & { readonly about?: Subject } }[T];

/** A session that is asked about the model that was loaded last; for tests. */
export function testSession(surroundings: Surroundings) {
  const session = new EngineSession(surroundings);
  let about: Subject | null = null;
  const handle = <T extends RequestType>(request: Bare<T>, cancelled?: AbortSignal): Promise<Answer<T>> =>
    session.handle({ about, ...request } as Request<T>, cancelled);
  const load = (
    plan: Plan,
    { project = 'p', seed = 11, weights = null }: Partial<Subject> & { readonly weights?: WeightData | null } = {},
  ) => {
    about = { project, plan, seed };
    return handle<'load'>({ type: 'load', weights });
  };
  return {
    session,
    handle,
    load,
    /** The run that the model can go on from; null where there is none. */
    async restore(plan: Plan): Promise<Run | null> {
      await load(plan);
      return (await handle<'model'>({ type: 'model' })).run;
    },
  };
}
