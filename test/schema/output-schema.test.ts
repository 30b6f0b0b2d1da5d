import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTCOME_NAMES } from '../../src/report/outcome-style.js'
import { runAslx } from '../docs/run-aslx.js'
import { aslx } from '../e2e/fake-io.js'
import { orders } from '../e2e/machines.js'
import { folderWith } from '../e2e/workspace.js'
import { isValid } from './json-schema.js'
import { isOutput, outputSchema } from './output-schema.js'

const ROOT = join(import.meta.dirname, '../..')

const PIPELINE = 'machines/01-pdf-pipeline/template.yaml'
const COMMANDS: readonly (readonly [definition: string, command: string])[] = [
  ['run', `run ${PIPELINE}`],
  ['run', `run ${PIPELINE} --fault oom@AnalysePage`],
  ['run', 'run machines/10-duplicates/template.yaml'],
  ['run', 'run machines/14-checkout-saga/checkout.asl.json'],
  ['inject', `inject ${PIPELINE} --fault oom --fault throttle`],
  [
    'inject',
    'inject machines/14-checkout-saga/checkout.asl.json --fault family:sqs --fault family:lambda-service --k 2',
  ],
  ['explore', 'explore machines/14-checkout-saga/checkout.asl.json machines/11-partial-batch'],
  ['dryRun', `inject ${PIPELINE} --fault oom --dry-run`],
  ['simulate', 'simulate machines/07-concurrency/template.yaml --scenario machines/07-concurrency/evening.load.yaml'],
  ['test', 'test machines'],
  ['validate', 'validate machines/13-permissions/template.yaml'],
  ['validate', 'validate machines/01-pdf-pipeline/pipeline.asl.json'],
  ['extract', 'extract machines/12-leaks/naive/main.tf'],
  ['faults', 'faults'],
  ['faults', `faults --for ${PIPELINE}#PdfPipeline.AnalysePage`],
  ['explain', 'explain'],
  ['explainName', 'explain States.Timeout'],
  ['explainName', 'explain timeouts'],
  ['explainName', 'explain heartbeat-name'],
]

describe('the schema of what commands print as JSON', () => {
  it.each(COMMANDS)('names every member: %s of aslx %s', async (definition, command) => {
    const { stdout } = await runAslx(['npx', 'aslx', ...command.split(' '), '--format', 'json'])
    expect(isOutput(stdout, definition)).toBe(true)
    expect(isValid(JSON.parse(stdout), outputSchema)).toBe(true)
  })

  it('has cases that fail and that cannot be run', async () => {
    const cases = {
      failing: { machine: 'orders.json', expect: { status: 'FAILED' } },
      broken: { machine: 'nowhere.json' },
    }
    const folder = folderWith({ 'orders.json': orders, 'orders.aslx.json': { cases } })
    const { out } = await aslx(['test', folder, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ counts: { total: 2, passed: 0 } })
    expect(isOutput(out, 'test')).toBe(true)
  })

  it('has problems of a definition that AWS refuses', async () => {
    const folder = folderWith({ 'a.json': '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}' })
    const { out } = await aslx(['validate', join(folder, 'a.json'), '--format', 'json'])
    expect(isOutput(out, 'validate')).toBe(true)
  })

  it('is not so wide that anything fits', () => {
    expect(isOutput('{"schemaVersion": 1, "faults": [{}]}', 'faults')).toBe(false)
    expect(isOutput('{"schemaVersion": 1, "faults": [], "more": 1}', 'faults')).toBe(false)
    expect(isValid({ schemaVersion: 1, machines: 3 }, outputSchema)).toBe(false)
  })

  it('has the outcomes that there are', () => {
    expect(outputSchema.$defs?.['outcome']?.enum?.toSorted()).toEqual(OUTCOME_NAMES.toSorted())
  })

  it('is published, as all schemas are', () => {
    const { exports: paths } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: object }
    expect(paths).toHaveProperty(['./schema/*.json'], './schema/*.json')
  })
})
