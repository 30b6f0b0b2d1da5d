import { isArray } from '../../asl/json.js'

/** Freezes a value and all that it holds. What is frozen already is taken to be frozen throughout, as payloads are. */
export function deepFreeze<T>(root: T): T {
  const todo: object[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) todo.push(value)
  }
  look(root)
  for (let value = todo.pop(); value; value = todo.pop()) {
    Object.freeze(value)
    if (isArray(value)) for (const item of value) look(item)
    else for (const key in value) look((value as Readonly<Record<string, unknown>>)[key])
  }
  return root
}
