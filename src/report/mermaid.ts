import { escapeUnprintable } from '../asl/unprintable.js'
import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { processorOf } from '../asl/map-processor.js'

/**
 * A machine as a Mermaid state diagram: Maps and Parallels with their states inside, Choices as such, and an edge for every
 * Next, rule, Default, Retry and Catch, the last two with their errors. https://mermaid.js.org/syntax/stateDiagram.html
 */
export function printMermaid(definition: Json): string {
  const ids = new Ids()
  const lines = isObject(definition) ? machineLines(definition, ids, 1) : []
  return ['stateDiagram-v2', ...lines, ''].join('\n')
}

/** Ids that Mermaid takes for names of any kind: `s1`, `s2`, ... in the order of the definition. */
class Ids {
  #last = 0
  next(): string {
    this.#last++
    return `s${this.#last}`
  }
}

/** Machines inside one another are drawn to this depth. */
const DEEPEST = 50

function machineLines(machine: JsonObject, ids: Ids, depth: number): readonly string[] {
  const states = member(machine, 'States')
  if (!isObject(states) || depth > DEEPEST) return []
  const named = new Map(Object.keys(states).map((name) => [name, ids.next()]))
  const pad = '  '.repeat(depth)
  const lines: string[] = []
  for (const [name, id] of named) {
    const state = member(states, name)
    if (isObject(state)) lines.push(...stateLines(name, id, state, ids, depth))
  }
  const first = member(machine, 'StartAt')
  const edges: string[] = [edge('[*]', typeof first === 'string' ? named.get(first) : undefined)]
  for (const [name, id] of named) {
    const state = member(states, name)
    if (isObject(state)) edges.push(...edgesOf(state, id, named))
  }
  return [...lines, ...edges.filter((line) => line !== '').map((line) => pad + line)]
}

function stateLines(name: string, id: string, state: JsonObject, ids: Ids, depth: number): readonly string[] {
  const pad = '  '.repeat(depth)
  const declared = `${pad}state "${escaped(name)}" as ${id}`
  const inner = innerMachines(state)
  if (inner.length > 0) {
    const inside = inner.map((machine) => machineLines(machine, ids, depth + 1))
    const parted = inside.flatMap((lines, index) => (index === 0 ? lines : [`${pad}  --`, ...lines]))
    return [`${declared} {`, ...parted, `${pad}}`]
  }
  return [declared]
}

function innerMachines(state: JsonObject): readonly JsonObject[] {
  const branches = member(state, 'Branches')
  if (state['Type'] === 'Parallel') return isArray(branches) ? branches.filter(isObject) : []
  const processor = state['Type'] === 'Map' ? processorOf(state) : undefined
  return processor ? [processor] : []
}

function edgesOf(state: JsonObject, id: string, named: ReadonlyMap<string, string>): readonly string[] {
  const to = (target: Json | undefined): string | undefined =>
    typeof target === 'string' ? named.get(target) : undefined
  const ends = member(state, 'End') === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail'
  return [
    edge(id, to(member(state, 'Next'))),
    ...objects(state, 'Choices').map((rule, index) => edge(id, to(member(rule, 'Next')), ruleLabel(rule, index))),
    edge(id, to(member(state, 'Default')), 'otherwise'),
    ...objects(state, 'Retry').map((retrier) => edge(id, id, `Retry ${retryLabel(retrier)}`)),
    ...objects(state, 'Catch').map((catcher) => edge(id, to(member(catcher, 'Next')), `Catch ${errorsOf(catcher)}`)),
    ends ? edge(id, '[*]', state['Type'] === 'Fail' ? `Fail ${text(member(state, 'Error'))}`.trim() : undefined) : '',
  ]
}

function edge(from: string, to: string | undefined, label?: string): string {
  if (to === undefined) return ''
  return label === undefined || label === '' ? `${from} --> ${to}` : `${from} --> ${to}: ${escaped(label)}`
}

function retryLabel(retrier: JsonObject): string {
  const most = member(retrier, 'MaxAttempts') ?? 3
  return `${errorsOf(retrier)} ×${text(most)}`
}

function errorsOf(handler: JsonObject): string {
  const errors = member(handler, 'ErrorEquals')
  return isArray(errors) ? errors.map(text).join(', ') : ''
}

/** Characters of a rule that are shown. */
const SHOWN_RULE = 60

function ruleLabel(rule: JsonObject, index: number): string {
  const condition = member(rule, 'Condition')
  if (typeof condition === 'string') return shortened(condition.replace(/^\s*\{%\s*|\s*%\}\s*$/g, ''))
  const variable = member(rule, 'Variable')
  const test = Object.entries(rule).find(([key]) => !['Variable', 'Next', 'Assign', 'Comment'].includes(key))
  if (typeof variable !== 'string' || !test) return `rule ${index}`
  return shortened(`${variable} ${test[0]} ${text(test[1])}`)
}

function shortened(label: string): string {
  return label.length > SHOWN_RULE ? `${label.slice(0, SHOWN_RULE)}…` : label
}

function text(value: Json | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** What Mermaid would take for its own syntax, as entities; what does not print as blanks. */
function escaped(label: string): string {
  // eslint-disable-next-line no-control-regex -- control characters would end the line
  const line = label.replaceAll(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').replaceAll(/["#;:<>{}%]/g, entity)
  return escapeUnprintable(line, () => ' ')
}

function entity(character: string): string {
  return `#${character.charCodeAt(0)};`
}

function objects(state: JsonObject, field: string): readonly JsonObject[] {
  const list = member(state, field)
  return isArray(list) ? list.filter(isObject) : []
}
