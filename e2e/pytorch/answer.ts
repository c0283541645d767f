import { z } from 'zod';

export const answerSchema = z.object({
  name: z.string(),
  group: z.string(),
  problems: z.array(z.string()),
  refused: z.optional(z.string()),
  failed: z.optional(z.string()),
  forward: z.optional(z.number()),
  gradient: z.optional(z.number()),
  /** One step of the optimizer: the loss before it and all weights after it. */
  step: z.optional(z.number()),
  /** Beyond what is allowed, and no further than rounding moves PyTorch itself. */
  excused: z.array(z.object({ where: z.string(), gap: z.number(), moved: z.number() })),
});
/** What Python says about a case. */
export type Answer = z.infer<typeof answerSchema>;
