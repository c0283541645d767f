import type { Argument } from '../../brick/call';
import type { Field } from '../../brick/fields';
import { type NamedRole, namedTables } from '../../brick/named';
import { classOf, isList, member } from './json';
import type { Json } from './kerasGraph';
import { shortNumber } from './shortNumber';
import { namedArgument, plainName } from './namedChoice';

/** Other names of Keras for the same function. */
const aliases: Readonly<Record<string, string>> = { silu: 'swish', hardswish: 'hardsilu' };

export const isNamed = (kind: Field['kind']): kind is NamedRole => Object.hasOwn(namedTables, kind);

/**
 * A value of a Keras configuration as an argument for a field: a choice by the name that it has here, one number for all
 * axes as one each. What cannot be one stays as it was, and the field's schema refuses it.
 */
export function fieldArgument(field: Field, given: Json): Argument {
  const { kind, options = [] } = field;
  if (isNamed(kind)) return given === null ? null : (namedArgument(kind, options, given) ?? String(classOf(given)));
  if (kind === 'choice') return choiceArgument(options, given);
  const spread = spreading[kind];
  return (spread ? spread(given) : given) as Argument;
}

function choiceArgument(options: readonly string[], given: Json): Argument {
  // A function is its name, or an object that holds it.
  const config = member(given, 'config');
  const isFunction = member(given, 'class_name') === 'function' || member(given, 'class_name') === 'Function';
  const called = isFunction ? (config ?? null) : (classOf(given) ?? given ?? 'linear');
  const name = String(called).replace(/^.*>/, '');
  const wanted = aliases[plainName(name)] ?? plainName(name);
  return options.find((option) => plainName(option) === wanted) ?? name;
}

const filled = (given: Json, count: number): Json =>
  typeof given === 'number' ? Array.from({ length: count }, () => given) : given;

/** `2`, `[1, 2]` and `[[1, 1], [2, 2]]` are all sides of a picture. */
const ends = (given: Json, count: number): Json => {
  const list = filled(given, count);
  return isList(list) ? list.map((each) => filled(each, 2)) : list;
};

const only = (given: Json): Json => (isList(given) && given.length === 1 ? given[0]! : given);

const spreading: Partial<Record<Field['kind'], (given: Json) => Json>> = {
  integer: only,
  number: (given) => shortNumber(only(given)),
  optionalNumber: shortNumber,
  range: (given) => (isList(given) ? given.map(shortNumber) : shortNumber(given)),
  pair: (given) => filled(only(given), 2),
  triple: (given) => filled(only(given), 3),
  sides: (given) => ends(given, 2),
  solidSides: (given) => ends(given, 3),
  axes: (given) => filled(given, 1),
  // A list is one here; what a program has as a Boolean may be 0 or 1 in a file.
  toggle: (given) => (given === 0 || given === 1 ? given === 1 : given),
};
