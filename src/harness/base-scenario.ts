import { createHash } from 'node:crypto'
import { isArray, isObject, type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'
import type { ExecutionSettings } from '../engine/execution.js'
import type { TaskMock } from '../tasks/script.js'

/** JSON with the members of every object in code unit order, so that equal scenarios have equal text. */
function canonical(value: Json): Json {
  if (isArray(value)) return value.map(canonical)
  if (!isObject(value)) return value
  const sorted: JsonObjectBuilder = {}
  for (const key of Object.keys(value).sort()) setMember(sorted, key, canonical(value[key] ?? null))
  return sorted
}

/** A mock as data; a function counts by the answers it gave, which are listed apart. */
function mockAsJson(mock: TaskMock): Json {
  if (typeof mock === 'function') return { kind: 'function' }
  return isScript(mock) ? mock.map(mockAsJson) : { ...mock }
}

function isScript(mock: Exclude<TaskMock, (...args: never) => unknown>): mock is Extract<TaskMock, readonly unknown[]> {
  return Array.isArray(mock)
}

/**
 * The name of a base scenario: the first 8 hex digits of the SHA-256 of its canonical JSON, which holds input, mocks,
 * start and profile, and no faults and no seed (architecture decision 9).
 */
export function baseName(
  settings: ExecutionSettings,
  tasks: Readonly<Record<string, TaskMock>>,
  computed: readonly Json[],
): string {
  const mocks: JsonObjectBuilder = {}
  for (const [state, mock] of Object.entries(tasks)) setMember(mocks, state, mockAsJson(mock))
  const { input, type, startAtMs, profile } = settings
  const text = JSON.stringify(canonical({ input, type, startAtMs, profile, tasks: mocks, computed }))
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
