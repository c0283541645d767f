import type { ParseArgsConfig } from 'node:util';
import { CommandError } from './commandError';
import type { Flags } from './templateOptions';

/** One subcommand of `deepbrick`. */
export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `<template or file>`. */
  readonly usage: string;
  readonly about: string;
  readonly flags: NonNullable<ParseArgsConfig['options']>;
  /** Number of words it takes after its name. */
  readonly words: number;
  /** Throws `CommandError` for whatever is the caller's mistake. */
  run(words: readonly string[], flags: Flags): void;
}

/** Checks the number of words. Throws `CommandError`. */
export function checkWords({ name, usage, words }: Command, given: readonly string[]): void {
  if (given.length === words) return;
  const told = `Usage: deepbrick ${name} ${usage}`.trim();
  if (given.length < words) throw new CommandError(`${name} needs ${usage.split(' [')[0]}. ${told}`);
  throw new CommandError(`${name} does not know what to do with ${JSON.stringify(given[words])}. ${told}`);
}
