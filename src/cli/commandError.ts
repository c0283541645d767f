/** Trouble that is the caller's: said on one line, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Errors of `node:util`'s parseArgs, and files that cannot be read or written, are the caller's too. */
function isCallers(error: Error): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return error instanceof CommandError || String(code).startsWith('ERR_PARSE_ARGS') || syscall !== undefined;
}

/** What is said about an error: one line where it is the caller's mistake, else everything that is known. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isCallers(error) ? `deepbrick: ${error.message.replace(/\s*\n\s*/g, ' ')}` : (error.stack ?? error.message);
}

/** Says it on stderr and sets a failing exit code. */
export function reportError(error: unknown): void {
  console.error(errorText(error));
  process.exitCode = 1;
}
