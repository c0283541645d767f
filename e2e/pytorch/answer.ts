import { z } from 'zod';

export const answerSchema = z.object({
  name: z.string(),
  group: z.string(),
  problems: z.array(z.string()),
  refused: z.optional(z.string()),
  failed: z.optional(z.string()),
  forward: z.optional(z.number()),
  gradient: z.optional(z.number()),
});
/** What Python says about a case. */
export type Answer = z.infer<typeof answerSchema>;
