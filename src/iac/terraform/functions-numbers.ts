import { argument, type Functions } from './call.js'
import { isList, needNumber, needText, NoValue, settled, type TerraformValue } from './terraform-values.js'

/** `max([1, 2]...)` comes as several arguments; a list is taken as well. */
function numbers(args: readonly TerraformValue[]): readonly number[] {
  const flat = args.flatMap((arg) => {
    const inside = settled(arg)
    return isList(inside) ? inside : [inside]
  })
  if (flat.length === 0) throw new NoValue('expected a number')
  return flat.map(needNumber)
}

function parseInteger(text: string, base: number): number {
  const parsed = Number.parseInt(text, base)
  if (!Number.isInteger(base) || base < 2 || base > 36 || Number.isNaN(parsed)) throw new NoValue('expected a number')
  return parsed
}

function unary(compute: (value: number) => number): (args: readonly TerraformValue[]) => TerraformValue {
  return (args) => compute(needNumber(argument(args, 0)))
}

export const NUMBER_FUNCTIONS: Functions = [
  ['min', (args) => numbers(args).reduce((least, value) => Math.min(least, value))],
  ['max', (args) => numbers(args).reduce((most, value) => Math.max(most, value))],
  ['sum', (args) => numbers(args).reduce((total, value) => total + value, 0)],
  ['abs', unary(Math.abs)],
  ['ceil', unary(Math.ceil)],
  ['floor', unary(Math.floor)],
  ['signum', unary(Math.sign)],
  ['pow', (args) => needNumber(argument(args, 0)) ** needNumber(argument(args, 1))],
  ['log', (args) => Math.log(needNumber(argument(args, 0))) / Math.log(needNumber(argument(args, 1)))],
  ['parseint', (args) => parseInteger(needText(argument(args, 0)), needNumber(argument(args, 1)))],
]
