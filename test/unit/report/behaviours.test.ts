import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TOPICS, behaviours } from '../../../src/report/behaviours.js'
import { isReservedErrorName } from '../../../src/asl/error-names.js'
import { PROFILE_FLAGS } from '../../../src/asl/profile.js'

const SRC = join(import.meta.dirname, '../../../src')

function kindsOf({ evidence }: (typeof behaviours)[number]): readonly string[] {
  return evidence.map(({ kind }) => kind)
}

/** The files whose comments mark an assumption, or that something is not recorded, each with the rows that tell of it. */
const MARKED: Readonly<Record<string, readonly string[]>> = {
  'asl/error-names.ts': ['nameless-failure'],
  'data/choice-comparisons.ts': ['string-order'],
  'data/choice-conditions.ts': ['choice-index-past-the-end', 'choice-missing-variable-text'],
  'data/intrinsics/arrays.ts': ['array-range-away-from-its-end'],
  'data/intrinsics/format-template.ts': ['nested-intrinsic-cause', 'format-template-from-data'],
  'data/intrinsics/intrinsic.ts': ['intrinsic-detail-texts'],
  'data/intrinsics/math.ts': ['seeded-math-random'],
  'data/items/items-of-answer.ts': ['items-of-data-files'],
  'data/items/result-files.ts': ['written-results'],
  'data/numeric-field.ts': ['numbers-from-data'],
  'data/path-expression.ts': ['unset-variable-text'],
  'data/reference-path.ts': ['result-path-text'],
  'data/string-pattern.ts': ['string-matches-backslash'],
  'engine/abort.ts': ['aborted-siblings'],
  'engine/compile/compile-wait.ts': ['numbers-from-data'],
  'engine/data-limit.ts': ['oversize-assign'],
  'engine/fail.ts': ['long-cause'],
  'engine/map-run/end.ts': ['failed-children-in-the-result'],
  'engine/map-run/map-run-limits.ts': ['numbers-from-data'],
  'engine/map-run/redrive-child.ts': ['redriven-map-run'],
  'engine/map-run/redrive-map-run.ts': ['redriven-map-run'],
  'engine/map-run/tolerance.ts': ['map-run-without-tolerance'],
  'engine/redrive-refusal.ts': ['redrive-refusal-texts'],
  'engine/redrive.ts': ['redriven-history', 'redriven-visit'],
  'faults/catalogue/ecs-faults.ts': ['ecs-run-task-failures-cause'],
  'faults/catalogue/lambda-environment.ts': ['full-disk-by-runtime', 'open-files-by-runtime'],
  'faults/catalogue/lambda-function.ts': ['code-errors-by-runtime'],
  'faults/catalogue/s3-in-lambda.ts': ['s3-slowdown-by-runtime', 's3-outage-by-runtime'],
  'faults/fault-definition.ts': ['fault-message-texts'],
  'faults/models/brown-out.ts': ['brown-out-figures'],
  'faults/models/concurrency-options.ts': ['environments-of-an-idle-function'],
  'faults/models/lambda-pool-options.ts': ['warm-instances', 'instance-after-an-error', 'memory-pressure'],
  'faults/models/s3-prefix-options.ts': ['s3-prefixes'],
  'harness/answering/handlers/code-end.ts': ['function-answer-no-json'],
  'harness/checks/test-state/check-context.ts': ['test-state-context'],
  'harness/checks/test-state/check-mock.ts': ['test-state-mocked-choice'],
  'harness/checks/test-state/conclude.ts': ['test-state-exhausted-retrier'],
  'harness/checks/test-state/test-context.ts': ['test-state-context'],
  'harness/checks/test-state/test-plain-states.ts': ['test-state-no-choice'],
  'harness/checks/test-state/test-subject.ts': ['test-state-unknown-state'],
  'harness/machines/express-duplicates.ts': ['express-duplicates'],
  'harness/sessions/result-objects.ts': ['bucket-of-written-results'],
  'services/optimized.ts': ['optimized-error-names'],
  'services/raisable.ts': ['optimized-error-names'],
  'services/sdk-attempts.ts': ['sdk-attempt-count'],
  'tasks/services/ecs.ts': ['ecs-placement-cause'],
  'tasks/task-token-error.ts': ['task-does-not-exist-text'],
  'wire/jackson-words.ts': ['text-behind-a-definition'],
  'wire/log-events.ts': ['logged-data'],
}

function sources(): readonly (readonly [path: string, text: string])[] {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const told = paths.filter((path) => !/^report\/(?:expla|behaviours|error-rules)/.test(path))
  return told.sort().map((path) => [path, readFileSync(join(SRC, path), 'utf8')])
}

function commentsOf(source: string): string {
  return (source.match(/\/\*[^]*?\*\/|\/\/.*/g) ?? []).join('\n')
}

describe('the behaviours', () => {
  it('tell of every assumption that a comment in src marks', () => {
    const marked = sources().filter(([, text]) =>
      /\bassum(?:ptions?|ed)\b|\bnot recorded\b|\bno recording\b/i.test(commentsOf(text)),
    )
    expect(marked.map(([path]) => path)).toEqual(Object.keys(MARKED))
    const ids = behaviours.map(({ id }) => id)
    expect(
      Object.values(MARKED)
        .flat()
        .filter((id) => !ids.includes(id)),
    ).toEqual([])
  })

  it('have ids of their own, which no topic and no error has', () => {
    const names = [...behaviours.map(({ id }) => id), ...Object.keys(TOPICS)]
    expect(new Set(names).size).toBe(names.length)
    expect(behaviours.filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('leave no topic empty', () => {
    expect(Object.keys(TOPICS).filter((topic) => !behaviours.some((row) => row.topic === topic))).toEqual([])
  })

  it('concern errors that Step Functions has', () => {
    expect(behaviours.flatMap(({ errors }) => errors.filter((name) => !isReservedErrorName(name)))).toEqual([])
  })

  it('have evidence, and an assumption says why it was made', () => {
    expect(behaviours.filter(({ evidence }) => evidence.length === 0)).toEqual([])
    const assumed = behaviours.filter(({ status }) => status === 'assumption')
    expect(assumed.filter((row) => !kindsOf(row).includes('assumption'))).toEqual([])
  })

  it('differ from documents that are quoted, and cite what was seen, where the profile flips them', () => {
    const flipped = behaviours.filter(({ profile }) => profile !== undefined)
    expect(flipped.filter((row) => row.status !== 'differs' || !kindsOf(row).includes('documented'))).toEqual([])
    expect(flipped.filter((row) => !kindsOf(row).some((kind) => kind === 'recorded' || kind === 'measured'))).toEqual(
      [],
    )
  })

  it('have one row for each flag of the profile', () => {
    expect(behaviours.flatMap(({ profile }) => profile ?? []).sort()).toEqual([...PROFILE_FLAGS].sort())
  })

  it('have no flag that nothing in src asks for', () => {
    const code = sources()
      .flatMap(([path, text]) => (path === 'asl/profile.ts' ? [] : [text]))
      .join('\n')
    expect(PROFILE_FLAGS.filter((flag) => !code.includes(`'${flag}'`))).toEqual([])
  })

  it('are sentences that fit in a cell of a table', () => {
    const texts = behaviours.flatMap(({ recorded, documented, evidence }) => [
      recorded,
      documented,
      ...evidence.map(({ source }) => source),
    ])
    expect(texts.filter((text) => text === '' || /[|\n]/.test(text))).toEqual([])
    expect(
      behaviours.flatMap(({ recorded, documented }) => [recorded, documented].filter((text) => !text.endsWith('.'))),
    ).toEqual([])
  })
})
