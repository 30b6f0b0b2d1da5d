import { hexDigest } from '../../asl/digest.js'
import { isArray, isObject, type Json, type JsonObject, type JsonObjectBuilder, setMember } from '../../asl/json.js'
import type { ExecutionSettings } from '../../engine/execution.js'
import { modelAsObject } from '../../faults/models/model-object.js'
import { storeAsJson } from '../../tasks/object-store.js'
import type { TaskMock } from '../../tasks/script.js'
import type { Rules } from '../answering/rules.js'

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
  if (isScript(mock)) return mock.map(mockAsJson)
  if (mock.kind === 'numbered') return { kind: mock.kind, replies: mock.replies.map(mockAsJson) }
  if (mock.kind !== 'returns') return { ...mock }
  // Whoever writes down what was inferred has the same base.
  const { isInferred: _isInferred, ...given } = mock
  return given
}

function isScript(mock: Exclude<TaskMock, (...args: never) => unknown>): mock is Extract<TaskMock, readonly unknown[]> {
  return Array.isArray(mock)
}

/**
 * The name of a base scenario: the first 8 hex digits of the SHA-256 of its canonical JSON, which holds input, mocks, objects,
 * start and profile, the machines it may start, and no faults and no seed of its own (architecture decision 9).
 */
export function baseName(
  settings: ExecutionSettings,
  { tasks, resources, machines, models, s3 }: Rules,
  computed: readonly Json[],
): string {
  const { input, type, startAtMs, profile } = settings
  const base: JsonObjectBuilder = { input, type, startAtMs, profile, tasks: mocksAsJson(tasks), computed }
  if (Object.keys(resources).length > 0) base['resources'] = mocksAsJson(resources)
  if (Object.keys(s3).length > 0) base['s3'] = storeAsJson(s3)
  if (models.length > 0) base['models'] = models.map(modelAsObject)
  if (Object.keys(machines).length > 0) base['machines'] = mapMembers(machines, (machine) => machine.toBase())
  return hexDigest('sha256', JSON.stringify(canonical(base))).slice(0, 8)
}

/** A scenario's mocks as data, by state. */
export function mocksAsJson(tasks: Readonly<Record<string, TaskMock>>): JsonObject {
  return mapMembers(tasks, mockAsJson)
}

/** The same members, each as JSON. */
export function mapMembers<T>(members: Readonly<Record<string, T>>, toJson: (member: T) => Json): JsonObject {
  const built: JsonObjectBuilder = {}
  for (const [name, value] of Object.entries(members)) setMember(built, name, toJson(value))
  return built
}
