import { vi } from 'vitest';
import { errorText } from './commandError';
import { main } from './main';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * For tests: runs a command in this process, as `deepbrick.ts` does; starting another process takes longer than what it
 * does.
 */
export async function commandHere(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const said = { out: '', err: '' };
  const line = (words: readonly unknown[]) => `${words.join(' ')}\n`;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true)),
    vi.spyOn(console, 'log').mockImplementation((...words) => void (said.out += line(words))),
    vi.spyOn(console, 'error').mockImplementation((...words) => void (said.err += line(words))),
  ];
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  try {
    await main(args);
    return { code: 0, ...said };
  } catch (error) {
    return { code: 1, out: said.out, err: `${said.err}${errorText(error)}\n` };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
