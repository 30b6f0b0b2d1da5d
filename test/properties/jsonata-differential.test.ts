import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CORPORA, expressionsIn } from './corpus-expressions.js'
import { documentFor } from './document-for-expression.js'
import { agreementOn } from './jsonata-agreement.js'
import { drawDocument } from './jsonata-documents.js'
import { drawExpression } from './jsonata-grammar.js'

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) })
})
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const RUNS = 5_000
/** Documents that each expression of a corpus is evaluated with. */
const VARIANTS = 4

describe('our evaluator and the package jsonata answer alike, but for the rules of jsonata-rules.ts', () => {
  for (const { name, folder } of CORPORA) {
    // A template's placeholder is no JSONata: the package refuses it, and here it stands for a string.
    const expressions = expressionsIn(folder)?.filter((text) => !text.includes('${'))
    const absent = expressions ? '' : `: they are absent (${folder})`
    it.skipIf(!expressions)(`in every expression of ${name}${absent}`, () => compareAll(name, expressions ?? []))
  }

  it(`in ${RUNS} generated expressions`, async () => {
    const counts = new Map<string, number>()
    const generated = fc.gen().map((generate) => {
      const draw = (below: number): number => generate(fc.nat, { max: below - 1 })
      return { text: drawExpression(draw, 3), document: drawDocument(draw) }
    })
    const agree = fc.asyncProperty(generated, async ({ text, document }) => {
      const { how, ours, theirs } = await agreementOn(text, document)
      if (how === undefined) expect(ours, text).toEqual(theirs)
      count(counts, how)
    })
    await fc.assert(agree, { seed: 20_300_101, numRuns: RUNS })
    console.info(`generated: ${shown(counts)}`)
    // Most expressions are about something: they neither come to nothing nor differ by a rule.
    expect(counts.get('equal')).toBeGreaterThan(RUNS / 2)
  })
})

async function compareAll(name: string, expressions: readonly string[]): Promise<void> {
  const counts = new Map<string, number>()
  for (const text of expressions) {
    for (let variant = 0; variant < VARIANTS; variant++) {
      const { how, ours, theirs } = await agreementOn(text, documentFor(text, variant))
      if (how === undefined) expect(ours, text).toEqual(theirs)
      count(counts, how)
    }
  }
  console.info(`${name}, ${expressions.length} expressions with ${VARIANTS} documents each: ${shown(counts)}`)
  expect(counts.get('equal')).toBeGreaterThan(expressions.length)
}

function count(counts: Map<string, number>, how = 'not explained'): void {
  counts.set(how, (counts.get(how) ?? 0) + 1)
}

function shown(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([how, times]) => `${how} ${times}`).join(', ')
}
