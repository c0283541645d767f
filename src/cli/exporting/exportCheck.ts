import { spawnSync } from 'node:child_process';
import type { Exporter } from '../../exporters/exporter';
import { CommandError } from '../commandError';

/**
 * Runs an export's own tests in its folder; what they say is shown. Throws `CommandError` where there are none, where a tool is
 * not on this machine, and where a test fails.
 */
export function checkExport({ id, check }: Pick<Exporter, 'id' | 'check'>, folder: string): void {
  if (check.length === 0) throw new CommandError(`What --to ${id} writes has no tests of its own: leave --check out.`);
  for (const { tool, args } of check) {
    const line = [tool, ...args].join(' ');
    // A shell finds npm under Windows, where it is a script; all words are ours.
    const shell = process.platform === 'win32';
    const { status, error } = spawnSync(tool, args, { cwd: folder, stdio: 'inherit', shell });
    if (error !== undefined) {
      throw new CommandError(`${tool} is not on this machine: the files are in ${folder}, but not checked.`);
    }
    if (status !== 0) throw new CommandError(`"${line}" failed in ${folder}; the files stay there.`);
  }
}
