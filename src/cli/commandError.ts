/** Trouble that is the caller's: said on one line, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Option errors of `node:util`'s parseArgs are the caller's too. */
function isOptionError(error: unknown): boolean {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}

/** One line on stderr and a failing exit code; anything unexpected shows its stack. */
export function reportError(error: unknown): void {
  const expected = error instanceof CommandError || isOptionError(error);
  const [message, stack] = error instanceof Error ? [error.message, error.stack] : [String(error), undefined];
  console.error(expected ? `deepbrick: ${message.replace(/\s*\n\s*/g, ' ')}` : (stack ?? message));
  process.exitCode = 1;
}
