import { isObject, member } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { createStateMachineError } from '../../src/harness/checks/create-machine-error.js'
import type { ApiError } from '../../src/wire/create-machine-exception.js'
import { accountError, machineRequestError } from '../../src/wire/machine-request.js'
import type { MachineRequest } from '../../src/wire/machine-request.js'
import { EMPTY_ACCOUNT } from './account.js'
import type { ConformanceCase } from './case.js'
import { objectDifference } from './compare-json.js'
import { ignoredKeys } from './ignored.js'
import { parsedJson } from './normalise.js'
import { Placeholders, vocabularyOf } from './placeholders.js'
import { RestoredArns } from './restored-arns.js'

const IGNORED = ignoredKeys('error')

/** Makes the request that AWS refused and compares the error. */
export function runCreateError(source: ConformanceCase): string | undefined {
  const recorded = source.expect.error
  if (!isObject(recorded)) return 'error: the recording has none'
  const arns = new RestoredArns(source.meta.transformers ?? [])
  const args = requestOf(source)
  const definition = definitionText(source, arns)
  const ours =
    machineRequestError(args) ??
    createStateMachineError(definition, source.type) ??
    accountError(source.meta.args ?? {}, definition, source.account ?? EMPTY_ACCOUNT)
  if (ours === undefined) return `error: expected ${JSON.stringify(recorded)}, got none`
  const shown = arns.shown(asRecorded(ours, recorded, source.meta.op ?? 'CreateStateMachine'))
  const compared = Object.fromEntries(Object.entries(recorded).filter(([key]) => !IGNORED.has(key)))
  return objectDifference(compared, shown, 'error', new Placeholders(vocabularyOf(source)))
}

/** What was sent besides the definition, with the name that a placeholder stands for: the placeholder is no name. */
function requestOf({ meta }: ConformanceCase): MachineRequest {
  const { args = {}, transformers = [] } = meta
  const replaced = transformers.find(({ kind, replacement }) => kind === 'regex' && replacement === args.name)
  return replaced?.pattern === undefined ? args : { ...args, name: replaced.pattern }
}

function definitionText({ definition, meta }: ConformanceCase, arns: RestoredArns): string {
  const text = meta.definitionText ?? (typeof definition === 'string' ? definition : JSON.stringify(definition))
  const value: Json | undefined = parsedJson(text)
  if (value === undefined) return text
  const restored = arns.restored(value)
  return JSON.stringify(restored) === JSON.stringify(value) ? text : JSON.stringify(restored)
}

/** An error as tests saw it: the answer of the service, or the exception that the SDK for Python makes of it. */
function asRecorded({ code, message }: ApiError, recorded: JsonObject, operation: string): JsonObject {
  if (member(recorded, 'exception_typename') === undefined) return { Error: { Code: code, Message: message }, message }
  const text = `An error occurred (${code}) when calling the ${operation} operation: ${message}`
  return { exception_typename: code, exception_value: text }
}
