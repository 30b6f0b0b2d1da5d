import { pathToFileURL } from 'node:url'

/** What was thrown, as data. */
export interface Thrown {
  readonly type: string
  readonly message: string
  /** Absent where no Error was thrown. */
  readonly stack?: string
}

/** Reads what code threw, as Lambda's runtime for Node does: the type of what is no Error is its `typeof`. */
export function thrownBy(error: unknown): Thrown {
  if (error instanceof Error || isErrorOfAnotherRealm(error)) {
    const { name, message, stack } = error
    return { type: name, message, ...(typeof stack === 'string' && { stack }) }
  }
  return { type: typeof error, message: String(error) }
}

function isErrorOfAnotherRealm(error: unknown): error is Error {
  return Object.prototype.toString.call(error) === '[object Error]'
}

/**
 * The payload of code that threw, in the form of Lambda's runtime for Node. Its stack is shown as far as it is in the
 * function's own folder, which stands there as `/var/task`: the same code gives the same text on every machine.
 */
export function thrownPayload({ type, message, stack }: Thrown, folder: string): string {
  return JSON.stringify({
    errorType: type,
    errorMessage: message,
    trace: stack === undefined ? [] : trace(stack, folder),
  })
}

function trace(stack: string, folder: string): readonly string[] {
  const url = pathToFileURL(folder).href
  return stack.split('\n').flatMap((line) => {
    if (!/^\s+at /.test(line)) return [line]
    if (line.includes('/node_modules/')) return []
    const shown = line
      .replaceAll(`${url}/`, 'file:///var/task/')
      .replaceAll(`${folder}/`, '/var/task/')
      .replace(/\?[^:)]*/, '')
    return shown === line || shown.includes('/../') ? [] : [shown]
  })
}
