import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { agreementOn } from '../../../properties/jsonata-agreement.js'
import { EXPRESSIONS, INPUT, VARIABLES } from './expressions.js'

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) })
})
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const DOCUMENT = { input: INPUT, result: null, errorOutput: null, variables: VARIABLES }

/** Rules by which the package's answer is the same in other words. */
const SAME = ['equal', 'nothing is an error', 'functions are no results', 'numbers JSON does not know']

describe('the synchronous evaluator and the package jsonata answer alike', () => {
  it('the package is the version AWS behaves like', () => {
    const { version } = createRequire(import.meta.url)('jsonata/package.json') as { readonly version: string }
    expect(version).toBe('2.0.6')
  })

  it.each(EXPRESSIONS)('%s', async (text) => {
    const { how, ours, theirs } = await agreementOn(text, DOCUMENT)
    if (!SAME.includes(how ?? '')) expect(ours, how).toEqual(theirs)
  })
})
