import type { Issue } from '../../compile/issue';
import type { Plan, Step } from '../../compile/plan';
import type { Document } from '../../document/document';
import type { Library } from '../../document/template';

/** A document and its plan, made ready for looking bricks up by name. */
export interface ViewContext {
  readonly document: Document;
  readonly library: Library;
  readonly plan: Plan;
  readonly steps: ReadonlyMap<string, Step>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly blocked: ReadonlySet<string>;
}

export function viewContext(document: Document, plan: Plan, library: Library): ViewContext {
  const issues = new Map<string, Issue>();
  for (const issue of plan.issues) {
    if (issue.where === null) continue;
    const known = issues.get(issue.where);
    if (!known || (known.severity === 'warning' && issue.severity === 'error')) issues.set(issue.where, issue);
  }
  return {
    document,
    library,
    plan,
    steps: new Map(plan.steps.map((step) => [step.name, step])),
    issues,
    blocked: new Set(plan.blocked),
  };
}
