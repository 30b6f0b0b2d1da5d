import { pointer, setMember, type Json, type JsonObjectBuilder } from '../asl/json.js'
import { MAX_NESTING } from '../asl/nesting.js'
import { UserError } from '../asl/user-error.js'

type Container = Json[] | JsonObjectBuilder

/** A value on its way to a place in the copy, or a container all of whose members are there. */
type Work =
  | {
      readonly value: unknown
      readonly into: Container
      readonly key: string | number
      readonly path: string
      readonly depth: number
    }
  | { readonly done: object; readonly copy: Container }

/**
 * A frozen copy of a test author's value, once it is known to be JSON. Members that are undefined are left out, as
 * JSON.stringify does; anything else that is no JSON (a Date, a function, NaN, a cycle) is a UserError that says where.
 * `what` names the value in that message. Nesting beyond 1,000 levels is refused.
 */
export function frozenJson(value: unknown, what: string): Json {
  const root: Json[] = []
  const open = new Set<object>()
  const copies = new Map<object, Container>()
  const stack: Work[] = [{ value, into: root, key: 0, path: '', depth: 0 }]
  for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
    if ('done' in work) {
      open.delete(work.done)
      Object.freeze(work.copy)
      continue
    }
    const { value: from, into, key, path, depth } = work
    if (isScalar(from)) {
      put(into, key, from)
      continue
    }
    if (!isPlain(from)) throw notJson(describe(from), path, what)
    if (open.has(from)) throw notJson('part of itself', path, what)
    if (depth >= MAX_NESTING) throw new UserError('usage', `${what} is nested more than ${MAX_NESTING} levels deep`)
    const known = copies.get(from)
    const copy = known ?? (Array.isArray(from) ? [] : {})
    put(into, key, copy)
    if (known !== undefined) continue
    copies.set(from, copy)
    open.add(from)
    stack.push({ done: from, copy }, ...membersOf(from, copy, path, depth + 1))
  }
  return root[0] ?? null
}

/** The members, last first: the stack then hands them out in order. */
function membersOf(from: object, into: Container, path: string, depth: number): Work[] {
  const members: Work[] = []
  const keys = Array.isArray(from) ? from.keys() : Object.keys(from)
  for (const key of keys) {
    const value: unknown = (from as Record<string | number, unknown>)[key]
    if (value !== undefined || Array.isArray(from)) members.push({ value, into, key, path: pointer(path, key), depth })
  }
  return members.reverse()
}

function put(into: Container, key: string | number, value: Json): void {
  if (Array.isArray(into)) into.push(value)
  else setMember(into, String(key), value)
}

function isScalar(value: unknown): value is null | boolean | number | string {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

/** Arrays and object literals, of any realm; not the instances of classes. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `an instance of ${value.constructor.name}`
  return typeof value === 'number' ? String(value) : typeof value
}

function notJson(found: string, path: string, what: string): UserError {
  return new UserError('usage', `${what} must be JSON, and ${path === '' ? 'it' : `the value at ${path}`} is ${found}`)
}
