import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Json, isObject } from '../../../src/asl/json.js'
import { parseResource } from '../../../src/asl/resource.js'
import type { AslError } from '../../../src/engine/ports.js'
import { definitionAt } from '../../../src/faults/fault-definition.js'
import { fault } from '../../../src/faults/fault.js'
import { renderFault } from '../../../src/faults/render.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../src/tasks/script.js'
import { callOf, targetOf } from './fixtures.js'
import { type ReachableRow, SAMPLE_ROWS, type ShapeOf } from './sample-table.js'

interface Sample {
  readonly integration: string
  readonly error: string
  readonly cause: string
}

const shared = process.env['ASLX_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const file = join(shared, 'outside/samples.json')
const missing = !existsSync(file)
const samples = missing ? [] : (JSON.parse(readFileSync(file, 'utf8')) as readonly Sample[])
const reachable = samples.flatMap((sample, i) => {
  const row = SAMPLE_ROWS[i]
  return row && !('unreachable' in row) ? [[row.sample, row, sample] as const] : []
})

describe.skipIf(missing)(`an error as people saw it${missing ? ` (there are no samples at ${file})` : ''}`, () => {
  it('has a row for every sample', () => {
    const names = samples.map(({ integration, error }) => `${integration} ${error}`)
    expect(SAMPLE_ROWS.map(({ sample }) => sample)).toEqual(names)
  })

  it.each(reachable)('%s', async (_, row, { error, cause }) => {
    const seen = await seenOf(row)
    expect(seen.error).toBe(row.error ?? (error.includes('.') ? error : afterPrefix(seen.error, error)))
    const agrees = row.agrees === 'exact' ? 'exact' : row.agrees.as
    expect(form(agrees, seen.cause ?? '')).toEqual(like(agrees, cause))
  })
})

/** What a state sees of the row's fault, or of its machine. */
async function seenOf(row: ReachableRow): Promise<AslError> {
  if ('definition' in row) {
    const { definition, input = {}, output = null } = row
    const calls = JSON.stringify(definition).includes('"Call"') ? { tasks: { Call: returns(output) } } : {}
    const { error, cause } = await machine(definition).run({ input, ...calls })
    return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
  }
  const { definition, args } = fault(row.fault)
  const target = targetOf(row.resource)
  const found = definitionAt(definition, target, true)
  if (!found) throw new Error(`${row.fault} does not strike ${row.resource}`)
  const call = callOf(row.resource, { resource: parseResource(row.resource), parameters: row.parameters ?? {} })
  const rendered = renderFault(found, { target, call, args, function: { runtime: row.runtime ?? 'nodejs22.x' } })
  return rendered.kind === 'failure' ? rendered.failure : {}
}

/** An SDK's name of an exception is what follows the service in a state's error. */
function afterPrefix(seen: string | undefined, name: string): string {
  return seen?.endsWith(`.${name}`) === true ? seen : name
}

/** Our cause, in the form in which it is compared. */
function form(agrees: 'exact' | ShapeOf, cause: string): unknown {
  if (agrees === 'members') return JSON.parse(cause)
  return agrees === 'by an older SDK' ? cause.replace(/; Proxy: null(?=\)$)| \(SDK Attempt Count: 1\)$/, '') : cause
}

/** What it must be like: ids, times and names that the sample leaves out may be any. */
function like(agrees: 'exact' | ShapeOf, sample: string): unknown {
  if (agrees === 'name') return expect.any(String)
  if (agrees === 'members') {
    return expect.objectContaining(membersLike(JSON.parse(sample.replaceAll('[…]', '[]')) as Json))
  }
  if (agrees === 'a part') return expect.stringMatching(new RegExp(patternOf(sample), 's'))
  if (agrees === 'a part in other capitals') return expect.stringMatching(new RegExp(patternOf(sample), 'si'))
  if (agrees === 'a beginning') return expect.stringMatching(new RegExp(patternOf(sample.replace(/\)$/, '')), 's'))
  return expect.stringMatching(new RegExp(`^${patternOf(sample)}$`, 's'))
}

/** Of a stack only its form is compared: it is of the function's code. So is a request id of its own. */
function membersLike(payload: Json): Readonly<Record<string, unknown>> {
  if (!isObject(payload)) throw new Error('the sample is no object')
  const members = Object.entries(payload).map(([key, value]) => {
    if (typeof value !== 'string') return [key, expect.any(Array)]
    return [key, key === 'requestId' ? expect.any(String) : expect.stringMatching(new RegExp(patternOf(value), 's'))]
  })
  return Object.fromEntries(members) as Record<string, unknown>
}

const ELIDED = '…'

function patternOf(sample: string): string {
  return sample
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, ELIDED)
    .replace(/(?<=assumed-role\/)\S+/, ELIDED)
    .replace(/(?<=event id #)\d+/, ELIDED)
    .split(ELIDED)
    .map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
    .replaceAll('Request ID: .*', 'Request ID: [0-9a-f-]+')
}
