/** JSON as ASL sees it: plain, read-only data. Inputs, outputs, definitions and payloads all have this type. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** A JSON object while it is being built; hand it out as `JsonObject` once it is complete. */
export type JsonObjectBuilder = Record<string, Json>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** The member's value, or undefined if the object has no such member of its own (never something inherited). */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Sets a member that may have any name: `__proto__` becomes an ordinary member and never the prototype. */
export function setMember(object: JsonObjectBuilder, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
  } else {
    object[key] = value
  }
}

/** One step of a JSON Pointer (RFC 6901): `a/b` becomes `a~1b`. */
export function pointerStep(key: string | number): string {
  return typeof key === 'number' ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Appends steps to a JSON Pointer: `pointer('/States', 'A', 'Retry', 0)` is `/States/A/Retry/0`. */
export function pointer(base: string, ...keys: readonly (string | number)[]): string {
  let result = base
  for (const key of keys) result += `/${pointerStep(key)}`
  return result
}
