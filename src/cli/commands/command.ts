import type { ParseArgsConfig } from 'node:util';
import { CommandError } from '../commandError';
import type { Flags } from '../templateOptions';

/** One subcommand of `deepbrick`. */
export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `<template or file>`. */
  readonly usage: string;
  readonly about: string;
  readonly flags: NonNullable<ParseArgsConfig['options']>;
  /** Number of words it takes after its name. */
  readonly words: number;
  /** How many more it can take. */
  readonly moreWords?: number;
  /** Throws, or rejects with, `CommandError` for whatever is the caller's mistake. */
  run(words: readonly string[], flags: Flags): void | Promise<void>;
}

/** Checks the number of words. Throws `CommandError`. */
export function checkWords({ name, usage, words, moreWords = 0 }: Command, given: readonly string[]): void {
  if (given.length >= words && given.length <= words + moreWords) return;
  const told = `Usage: deepbrick ${name} ${usage}`.trim();
  if (given.length < words) throw new CommandError(`${name} needs ${usage.split(' [')[0]}. ${told}`);
  throw new CommandError(`${name} does not know what to do with ${JSON.stringify(given[words + moreWords])}. ${told}`);
}
