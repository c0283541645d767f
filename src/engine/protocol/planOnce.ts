import type { Plan } from '../../compile/plan';
import type { Request, Sent } from './protocol';

/** The page's end of one wire. A plan never changes: the same object is the same plan. */
export function planSender(): (request: Request) => Sent {
  let last: Plan | null = null;
  let number = 0;
  return (request) => {
    if (!('about' in request)) return request;
    const { plan } = request.about;
    const known = plan === last;
    if (!known) number++;
    last = plan;
    return { ...request, about: { ...request.about, plan: known ? null : plan, number } };
  };
}

/** The worker's end. Throws where a plan is missing that never came. */
export function planReceiver(): (sent: Sent) => Request {
  let last: { readonly number: number; readonly plan: Plan } | null = null;
  return (sent) => {
    if (!('about' in sent)) return sent;
    const { plan, number, ...about } = sent.about;
    if (plan !== null) last = { number, plan };
    if (last?.number !== number) throw new Error('A request came without its plan.');
    return { ...sent, about: { ...about, plan: last.plan } } as Request;
  };
}
