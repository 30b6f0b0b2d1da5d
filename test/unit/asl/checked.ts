import { existsSync, readFileSync } from 'node:fs'
import { checkDefinition } from '../../../src/asl/check.js'
import type { CheckOptions } from '../../../src/asl/check.js'
import type { Json } from '../../../src/asl/json.js'
import { awsLocation } from '../../../src/asl/problem.js'
import type { Severity } from '../../../src/asl/problem.js'

/** The problems of a definition as lines: `CODE: message at location (hint)`. */
export function checked(definition: unknown, severity: Severity = 'error', options: CheckOptions = {}): string[] {
  return checkDefinition(definition as Json, options)
    .filter((problem) => problem.severity === severity)
    .map(({ code, message, pointer, hint }) => {
      return `${code}: ${message} at ${awsLocation(pointer)}${hint === undefined ? '' : ` (${hint})`}`
    })
}

/** A machine whose first state is `A`; further states are reached by what the test gives. */
export function machineOf(
  states: Record<string, unknown>,
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  return { StartAt: Object.keys(states)[0] ?? 'A', States: states, ...fields }
}

/** A machine of one Task with these fields besides, and a state `Handler` to catch into where a Catch is given. */
export function taskOf(
  fields: Record<string, unknown>,
  machine: Record<string, unknown> = {},
): Record<string, unknown> {
  const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true, ...fields }
  return machineOf({ A: task, ...('Catch' in fields && { Handler: { Type: 'Fail' } }) }, machine)
}

const shared = process.env['ASLX_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname

/** Whether the shared corpora are there; tests over them are left out, and say so, where they are not. */
export const corpusIsHere = existsSync(`${shared}/conformance/index.json`)

export function readCorpus(path: string): string {
  return readFileSync(`${shared}/${path}`, 'utf8')
}
