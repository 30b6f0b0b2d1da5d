import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../src/faults/catalogue.js'
import { type FaultDefinition, runtimes } from '../../../src/faults/fault-definition.js'
import { renderFault } from '../../../src/faults/render.js'
import { EXAMPLES, contextFor } from './example-states.js'

const shared = process.env.ASLX_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const file = `${shared}/faults/faults.json`
const absent = !existsSync(file)

interface Row {
  readonly id: string
  readonly family: string
  readonly error: string | Readonly<Record<string, string>> | null
  readonly cause_template: string | Readonly<Record<string, string>> | null
  readonly side_effect?: string
  readonly transient: boolean | null
}

/** What the corpus says and the catalogue does not, and why. Of faults without an error it says that nothing is transient. */
const DEPARTURES: Readonly<Record<string, string>> = {
  'athena-result-too-large': 'people see the prefix of an AWS SDK integration there',
  'athena-throttled': 'the corpus has the words of the other throttle, athena-api-throttled',
  'bedrock-throttled': 'a sample has more words',
  'lambda-segfault': 'people see Runtime.ExitError; the timeout of the corpus is lambda-segfault-timeout',
  'lambda-service-exception': "the corpus has the model's documentation, a sample has the words",
  'lambda-unhandled-exception rust': 'Rust counts as Go',
  'lambda-custom-error-name': 'the message is a parameter, and has a default',
  'lambda-tmp-full node': 'the runtime prints neither code nor errno',
  'lambda-tmp-full python-copy': 'the text of shutil.copy',
  'lambda-async-retry-then-dlq': 'happens to what starts the execution',
  'wrong-region-endpoint': 'the corpus describes the text in words',
  'callback-late-answer effect': "the corpus does not count the worker's work",
  'map-result-writer-failed effect': "the corpus speaks of the children's work",
  'ddb-transaction-canceled optimized': 'no optimized integration has transactions',
  'ddb-internal-server-error optimized': "the service's model has status 500",
  'ddb-internal-server-error aws-sdk': "the service's model has status 500",
  'states-query-evaluation-error': 'the row is of an expression that returns nothing',
  'map-item-reader-failed': 'the row is of an object that is not there',
  'states-wait-bad-timestamp': 'the row is of one kind of value',
  'states-runtime-uncatchable': "the path is the state's own",
  'states-result-path-match-failure': 'the corpus has placeholders in quotes',
  'dup-partial-parallel-retry effect': 'the corpus speaks of the siblings',
  'cp-lambda-package-too-large unzipped': 'the other of the two limits',
}

const OPPOSITES = { none: 'happened', happened: 'none', 'may-have-happened': 'nothing' } as const

/** A text of the corpus as a pattern: what stands in braces differs, and so does a stack. */
function patternOf(template: string): RegExp {
  const parts = withoutStack(template).split(/\{[A-Za-z_](?:[^{}"]|\{\w+\})*\}|\.\.\./)
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's')
}

/**
 * Nor does it compare the count of attempts, which newer causes end in, what a service says of a job, which the corpus shortens,
 * or where the engine saw an error.
 */
function withoutStack(cause: string): string {
  return cause
    .replace(/^An error occurred while executing the state .*?\)\. /, '')
    .replace(/("(?:stackTrace|trace)": ?)\[.*\]/s, '$1[]')
    .replace(/ \(SDK Attempt Count: \S+\)$/, '')
}

/** Every text that the row may come to, over all states and runtimes. */
function textsOf(row: FaultDefinition): readonly { readonly error: string; readonly cause: string }[] {
  const struck = EXAMPLES.filter(({ target }) => row.appliesTo(target))
  return struck.flatMap((example) =>
    runtimes.flatMap((runtime) => {
      const rendered = renderFault(row, contextFor(example, { runtime, timeoutSeconds: 30 }))
      return rendered.kind === 'failure' ? [{ error: '', cause: '', ...rendered.failure }] : []
    }),
  )
}

describe.skipIf(absent)(`the catalogue against the fault corpus${absent ? ' (the corpus is absent)' : ''}`, () => {
  const corpus = absent ? [] : (JSON.parse(readFileSync(file, 'utf8')) as readonly Row[])
  const both = catalogue.flatMap((definition) => {
    const row = corpus.find(({ id }) => id === definition.id)
    return row ? [[row.id, row, definition] as const] : []
  })

  it.each(both)('%s does not say the opposite of the corpus on retries and effects', (_, row, definition) => {
    expect(definition.family).toBe(row.family)
    if (row.error !== null && row.transient !== null) expect([row.transient, 'depends']).toContain(definition.transient)
    if (!(`${row.id} effect` in DEPARTURES)) {
      expect(OPPOSITES[definition.sideEffect]).not.toBe(row.side_effect?.split(' ')[0])
    }
  })

  it.each(both.filter(([, row]) => row.cause_template !== null))(
    '%s has the texts of the corpus',
    (id, row, definition) => {
      const template = row.cause_template ?? {}
      const all = typeof template === 'string' ? [[id, template] as const] : named(id, template)
      const expected = all.filter(([, text]) => row.family === 'lambda-function' || !text.startsWith('{'))
      const texts = textsOf(definition).map(({ cause }) => withoutStack(cause))
      for (const [name, text] of expected) {
        const pattern = patternOf(text)
        const found = texts.some((cause) => pattern.test(cause))
        expect(found || name in DEPARTURES || id in DEPARTURES, `${name}: ${text}\n${texts[0]}`).toBe(true)
      }
    },
  )

  function named(id: string, templates: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
    return Object.entries(templates).map(([name, text]) => [`${id} ${name}`, text])
  }
})
