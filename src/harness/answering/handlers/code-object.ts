import { isAbsolute, join } from 'node:path'
import { type Json, type JsonObject, member } from '../../../asl/json.js'
import { nearestOr } from '../../../asl/suggest.js'
import { UserError, withErrorPart } from '../../../asl/user-error.js'
import type { ReadCode } from '../../../tasks/task-mock-object.js'
import type { CodeOptions } from './code-options.js'
import { command } from './command-handler.js'
import { handler } from './handler.js'

const LIMITS = ['memoryMb', 'timeoutSeconds', 'mapTime'] as const

/**
 * Reads code as scenario files have it: `{ handler: './resize.mjs#handler', worker: true, memoryMb: 128 }`, with its path from
 * the folder of the file, or `{ command: 'python3 resize.py', timeoutSeconds: 5 }`, which runs there. UserError.
 */
export function readCodeObject(folder: string): ReadCode {
  return (written, where) => {
    const source = member(written, 'handler')
    const line = member(written, 'command')
    if (source === undefined && line === undefined) return undefined
    checkKeys(written, source === undefined ? ['command', ...LIMITS] : ['handler', 'worker', ...LIMITS], where)
    return withErrorPart(where, () => {
      const options = readOptions(written)
      if (source === undefined) return command(textOf(line, 'command'), { ...options, folder })
      const worker = member(written, 'worker') ?? false
      if (typeof worker !== 'boolean') throw new UserError('usage', 'worker must be true or false')
      const path = textOf(source, 'handler')
      return handler(isAbsolute(path) || path.startsWith('file:') ? path : join(folder, path), { ...options, worker })
    })
  }
}

function readOptions(written: JsonObject): CodeOptions {
  const memoryMb = numberOf(written, 'memoryMb')
  const timeoutSeconds = numberOf(written, 'timeoutSeconds')
  const mapTime = member(written, 'mapTime')
  if (mapTime !== undefined && mapTime !== 'none' && mapTime !== 'real') {
    throw new UserError('usage', 'mapTime must be none or real')
  }
  return {
    ...(memoryMb !== undefined && { memoryMb }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(mapTime !== undefined && { mapTime }),
  }
}

function numberOf(written: JsonObject, key: string): number | undefined {
  const value = member(written, key)
  if (value === undefined || typeof value === 'number') return value
  throw new UserError('usage', `${key} must be a number`)
}

function textOf(value: Json | undefined, key: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new UserError('usage', `${key} must be text`)
}

function checkKeys(written: JsonObject, known: readonly string[], where: string): void {
  const wrong = Object.keys(written).find((key) => !known.includes(key))
  if (wrong === undefined) return
  const near = nearestOr(wrong, known, `it may have ${known.join(', ')}`)
  throw new UserError('usage', `${where} has an unknown member "${wrong}"`, near)
}
