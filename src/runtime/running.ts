/** Runs a script; what goes wrong is said in a sentence, and ends it with code 1. */
export function running(script: () => Promise<void>): void {
  script().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
