import { expect, it } from 'vitest'
import { catalogue } from '../../../src/faults/catalogue.js'
import { fault } from '../../../src/faults/fault.js'
import type { FaultDefinition } from '../../../src/faults/fault-definition.js'
import { faultTargets } from '../../../src/faults/fault-target.js'
import { fillPlaceholders } from '../../../src/faults/placeholders.js'
import { renderFault } from '../../../src/faults/render.js'
import type { Machine } from '../../../src/harness/machines/machine.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { ENDLESS, EXAMPLES, type Example, contextFor, machineOf } from './example-states.js'

/** A fault without defaults for all its parameters is asked for with some. */
const ASKED: Readonly<Record<string, string>> = { error: 'error(Card.Declined)' }

const struck = (row: FaultDefinition) => EXAMPLES.filter(({ target }) => row.appliesTo(target))
const WILDCARDS = ['States.ALL', 'States.TaskFailed', 'States.Timeout']
const WITH_CATCH = new Set(['Task', 'Map', 'Parallel'])

const compiled = new Map<Example, Map<string | undefined, Machine>>()

/** The machine of an example with a catcher, which the rows of the catalogue share. */
function compiledOf(example: Example, caught: string | undefined): Machine {
  const machines = compiled.get(example) ?? new Map<string | undefined, Machine>()
  compiled.set(example, machines)
  const known = machines.get(caught) ?? machine(machineOf(example, caught))
  machines.set(caught, known)
  return known
}

async function strike(row: FaultDefinition, example: Example, ErrorEquals?: string) {
  const asked = fault(ASKED[row.id] ?? row.id).at('Struck')
  const run = await compiledOf(example, ErrorEquals).run({ ...example.scenario, faults: [asked] })
  const caught = JSON.stringify(run.history).includes('"name":"Caught"')
  const failed = run.status !== 'SUCCEEDED'
  return { caught, failed, error: run.error, cause: run.cause }
}

/** Some faults look at the catchers. */
function strikesStill(row: FaultDefinition, example: Example, catcher: string): boolean {
  const targets = faultTargets(machineOf(example, catcher), 'STANDARD')
  return targets.some((one) => one.name === 'Struck' && row.appliesTo(one))
}

/** What the row says it raises, with what the harness knows of the call left open. */
function claimed(row: FaultDefinition, example: Example) {
  if (row.effect.kind === 'named-error') return { error: 'Card.Declined' }
  const rendered = renderFault(row, contextFor(example))
  return rendered.kind === 'failure' ? rendered.failure : undefined
}

function flipped(error: string): string {
  const [first = '', ...rest] = error
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + rest.join('')
}

/** Ids and times are of the run, and the engine says in which state an error of the definition came up. */
const form = (cause: string | undefined): string | undefined =>
  cause
    ?.replace(/^An error occurred while executing the state '.*?' \(entered at the event id #\d+\)\. /, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replaceAll(/[0-9a-f]{12,32}/g, '<id>')
    .replaceAll(/[0-9A-F]{16}/g, '<s3 id>')
    .replaceAll(/[A-Za-z0-9+/]{43}=/g, '<s3 host id>')
    .replaceAll(/assumed-role\/\w+\/[\w<>]+|role\/\w+Role/g, '<role>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')

it.each(catalogue.map((row) => [row.id, row] as const))(
  '%s is caught by the names it claims, and by nothing else',
  async (_, row) => {
    for (const example of struck(row)) {
      const place = `${row.id} at ${example.name}`
      const uncaught = await strike(row, example)
      const claim = claimed(row, example)
      if (claim) expect(uncaught.error, place).toBe(claim.error)
      if (claim?.cause !== undefined) expect(form(uncaught.cause), place).toBe(form(claim.cause))
      const names = row.matchedBy.map((name) =>
        name.includes('{') ? fillPlaceholders(name, contextFor(example), row.parameters) : name,
      )
      if (!uncaught.failed) {
        expect(names, `${place} raises nothing`).toEqual([])
        continue
      }
      if (!WITH_CATCH.has(example.target.type)) continue
      const own = uncaught.error === undefined ? [] : [uncaught.error]
      const isNamed = row.effect.kind === 'named-error'
      if (!isNamed && names.length > 0) expect(names, place).toEqual(expect.arrayContaining(own))
      const tried = [...own, ...names, ...WILDCARDS, ...own.map(flipped), ...(row.notMatchedBy ?? [])]
      for (const name of new Set(tried)) {
        const catcher = name.includes('{') ? fillPlaceholders(name, contextFor(example), row.parameters) : name
        if (!strikesStill(row, example, catcher)) continue
        const { caught } = await strike(row, example, catcher)
        const isOther = names.includes(catcher) && !own.includes(catcher) && !WILDCARDS.includes(catcher)
        if (isOther && !caught) continue
        const expected = names.includes(catcher) || (isNamed && own.includes(catcher))
        expect(caught, `${place} with a catcher for ${catcher}`).toBe(expected)
      }
    }
  },
)

it.each(catalogue.filter((row) => row.effect.kind !== 'outside').map((row) => [row.id, row] as const))(
  '%s strikes some state',
  (_, row) => {
    expect([...EXAMPLES, ...ENDLESS].some(({ target }) => row.appliesTo(target))).toBe(true)
  },
)
