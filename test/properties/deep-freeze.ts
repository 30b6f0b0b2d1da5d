const CHANGERS = ['set', 'add', 'delete', 'clear'] as const

/**
 * Freezes everything that can be reached from a value, so that whoever changes any of it gets a TypeError. Cycles are
 * fine, and so is any depth. `frozen` remembers what is frozen already, from one value to the next. Not reached: what
 * closures and private fields hold.
 */
export function deepFreeze(value: unknown, frozen: WeakSet<object>): void {
  const stack: unknown[] = [value]
  while (stack.length > 0) {
    const next = stack.pop()
    if (!isReference(next) || frozen.has(next)) continue
    frozen.add(next)
    if (next instanceof Map || next instanceof Set) {
      for (const entry of next.entries()) stack.push(...entry)
      lock(next)
    }
    for (const key of Reflect.ownKeys(next)) stack.push(Reflect.getOwnPropertyDescriptor(next, key)?.value)
    Object.freeze(next)
  }
}

function isReference(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** Object.freeze leaves the contents of a Map or Set open. */
function lock(collection: object): void {
  for (const name of CHANGERS) {
    Object.defineProperty(collection, name, {
      value: () => {
        throw new TypeError(`a frozen collection was told to ${name}`)
      },
    })
  }
}
