import type { Json } from '../asl/json.js'
import { member } from '../asl/json.js'
import { walkStates } from '../asl/walk.js'
import { printable } from '../verify/printable.js'
import { codeLiteral } from './code-literal.js'

/** The machine that a test file is written for: a `Machine` is one. */
export interface TestedMachine {
  readonly name: string
  readonly definition: Json
}

/**
 * The text of a vitest file for a machine that has no tests: mocks of all its Tasks to fill in, a test of how it goes well,
 * one for each error path, and one that they are all taken. `spec` is what `loadMachine` is given, e.g.
 * `template.yaml#OrderFlow`. With the path of a `scenario` the input and the mocks are taken from there. The text depends
 * on nothing else.
 * @example
 * const order = await loadMachine('order.asl.json')
 * testFileFor(order, 'order.asl.json').split('\n')[0] // => "import { errorPaths, loadMachine, returns } from 'aslx'"
 */
export function testFileFor({ name, definition }: TestedMachine, spec: string, scenario?: string): string {
  const variable = variableFor(name)
  const loaded = `const ${variable} = (await loadMachine(${codeLiteral(spec)}))`
  const helper = scenario === undefined ? 'returns' : 'loadScenario'
  return [
    `import { errorPaths, loadMachine, ${helper} } from ${codeLiteral('aslx')}`,
    `import ${codeLiteral('aslx/vitest')}`,
    `import { describe, expect, it } from ${codeLiteral('vitest')}`,
    '',
    ...(scenario === undefined
      ? [`${loaded}.withDefaults({`, ...givenLines(definition), `})`]
      : [`${loaded}.withDefaults(loadScenario(${codeLiteral(scenario)}))`]),
    '',
    `describe(${codeLiteral(name)}, () => {`,
    `  it('succeeds, and does nothing twice, while all is well', async () => {`,
    `    const run = await ${variable}.run()`,
    `    expect(run).toSucceed()`,
    `    expect(run).toHaveNoDuplicates()`,
    `  })`,
    '',
    `  it.each(errorPaths(${variable}))('%s', async (path) => {`,
    `    const { status, error, path: states } = await path.run()`,
    `    expect({ status, error, states }).toMatchSnapshot()`,
    `  })`,
    '',
    `  it('has every error path taken', async () => {`,
    `    const runs = await Promise.all(errorPaths(${variable}).map((path) => path.run()))`,
    `    expect(${variable}).toCoverErrorPaths(runs)`,
    `  })`,
    `})`,
    '',
  ].join('\n')
}

function givenLines(definition: Json): readonly string[] {
  return [
    `  // What an execution is started with.`,
    `  input: {},`,
    `  // What each Task answers while all is well.`,
    ...mockLines(definition),
  ]
}

function mockLines(definition: Json): readonly string[] {
  const tasks = new Map<string, string>()
  for (const { name, state } of walkStates(definition)) {
    const resource = member(state, 'Resource')
    if (member(state, 'Type') !== 'Task' || tasks.has(name)) continue
    tasks.set(name, typeof resource === 'string' ? resource : '')
  }
  if (tasks.size === 0) return []
  const lines = [...tasks].flatMap(([name, resource]) => [
    ...(resource === '' ? [] : [`    // ${printable(resource)}`]),
    `    ${memberName(name)}: returns({}),`,
  ])
  return ['  tasks: {', ...lines, '  },']
}

/** A key of an object literal; in brackets where it would mean something else. */
function memberName(name: string): string {
  if (name === '__proto__') return `['__proto__']`
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : codeLiteral(name)
}

/** Words that name no variable, or one that the file has already. */
const TAKEN = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield ' +
    'describe errorPaths expect it loadMachine loadScenario returns'
  ).split(' '),
)

/** `OrderFlow` and `order-flow` are orderFlow. */
function variableFor(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? []
  const [first = '', ...more] = words
  const joined = lowerFirst(first) + more.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
  return /^[a-z]/.test(joined) && !TAKEN.has(joined) ? joined : 'machine'
}

/** The capitals that a name begins with are small, as far as they are one word: `ETLFlow` is etlFlow. */
function lowerFirst(word: string): string {
  return word.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase())
}
