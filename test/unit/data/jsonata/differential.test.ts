import { createRequire } from 'node:module'
import jsonata from 'jsonata'
import { describe, expect, it } from 'vitest'
import { QueryFailure } from '../../../../src/data/failure.js'
import { compileJsonata } from '../../../../src/data/jsonata.js'
import { EXPRESSIONS, INPUT, VARIABLES } from './expressions.js'
import { freeze, scopeOf } from './scope.js'

/** The package's answer in the words of ours. Its own values are copies: it may change them. */
async function askPackage(text: string): Promise<unknown> {
  const bindings: Record<string, unknown> = structuredClone({ states: { input: INPUT }, ...VARIABLES })
  try {
    const inner: unknown = await jsonata(text).evaluate(undefined, bindings)
    if (inner === undefined) return 'returned nothing (undefined).'
    if (isFunction(inner)) return 'returned an unsupported result type.'
    return JSON.parse(JSON.stringify(inner))
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    return `threw an error during evaluation. ${code}: ${message}`
  }
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true
  return typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value)
}

function askOurs(text: string): unknown {
  const scope = scopeOf(INPUT, { variables: { own: freeze(VARIABLES), outer: undefined } })
  const answer = compileJsonata(text).evaluate(scope, 'Output')
  if (!(answer instanceof QueryFailure)) return answer
  return answer.cause.slice(`The JSONata expression '${text}' specified for the field 'Output' `.length)
}

describe('the synchronous evaluator and the package jsonata answer alike', () => {
  it('the package is the version AWS behaves like', () => {
    const { version } = createRequire(import.meta.url)('jsonata/package.json') as { readonly version: string }
    expect(version).toBe('2.0.6')
  })

  it.each(EXPRESSIONS)('%s', async (text) => {
    expect(askOurs(text)).toEqual(await askPackage(text))
  })
})
