import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const oldest = [3, 11] as const;

const howToInstall = (what: string) =>
  `The ${what} check needs Python ${oldest.join('.')} or newer with pip and venv. ` +
  'Debian/Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python; Windows: winget install Python.Python.3.13.';

function works(command: string): boolean {
  const test = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${oldest.join(', ')}))`;
  return spawnSync(command, ['-c', test]).status === 0;
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}

/**
 * The Python of a check's own environment: `.venv` in its folder, made of `requirements.txt` there when missing. Throws
 * with the way out where there is no Python.
 */
export function pythonOf(folder: string, what: string): string {
  const environment = join(folder, '.venv');
  const requirements = join(folder, 'requirements.txt');
  /** What was installed last; a changed list installs again. */
  const installed = join(environment, 'installed.txt');
  const python =
    process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(installed) && existsSync(python) && readFileSync(installed, 'utf8') === wanted) return python;
  const found = ['python3.11', 'python3.12', 'python3.13', 'python3', 'python'].find(works);
  if (found === undefined) throw new Error(howToInstall(what));
  console.log(`Installing ${what} into ${environment}`);
  if (!existsSync(python)) run(found, ['-m', 'venv', environment]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile', '-r', requirements]);
  writeFileSync(installed, wanted);
  return python;
}
