import type { Json } from '../asl/json.js'
import { printableJsonText } from '../asl/unprintable.js'
import { whereText, timeText } from './conditions.js'
import { argumentsAsText } from './fault-arguments.js'
import type { FaultSpec } from './fault-spec.js'
import { type ItemPattern, printItems } from './item-pattern.js'
import { quoted } from './quoted-text.js'
import { resourcePatternText } from './resource-pattern.js'
import { globText, isEveryState } from './state-pattern.js'

/** The fault as TypeScript that makes it: `fault("lambda-oom").at("Resize").attempts(1, 2)`, e.g. for a generated test. */
export function printFaultSource({ definition, args, site, conditions }: FaultSpec): string {
  const { items, visit, attempts } = site
  const { on, placement, chance, nth, where, window } = conditions
  const calls = [
    isEveryState(site.state) ? '' : called('at', globText(site.state)),
    on ? called('on', resourcePatternText(on)) : '',
    items ? called('item', ...items.map(itemAsJson)) : '',
    visit === undefined ? '' : called('visit', visit),
    attempts ? `.attempts(${attemptsSource(attempts)})` : '',
    placement ? called(placement) : '',
    chance === undefined ? '' : called('chance', chance),
    nth === undefined ? '' : called('nth', nth),
    where ? called('where', whereText(where)) : '',
    window
      ? called('between', ...[window.fromMs, window.toMs].flatMap((ms) => (ms === undefined ? [] : [timeText(ms)])))
      : '',
    Object.keys(args).length > 0 ? called('with', argumentsAsText(definition, args)) : '',
  ]
  return `fault(${quoted(definition.id)})${calls.join('')}`
}

function called(method: string, ...args: readonly Json[]): string {
  return `.${method}(${args.map((arg) => (typeof arg === 'string' ? quoted(arg) : printableJsonText(JSON.stringify(arg)))).join(', ')})`
}

function attemptsSource({ from, to }: { readonly from: number; readonly to?: number }): string {
  return from === to ? String(from) : `${from}, ${to ?? 'Infinity'}`
}

function itemAsJson(pattern: ItemPattern): Json {
  return typeof pattern === 'number' ? pattern : printItems(pattern)
}
