import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { orders, template } from './machines.js'
import { folderWith } from './workspace.js'

const folder = folderWith({ 'a.json': orders, 't.json': template({ One: orders, Two: orders }) })

async function rows(...argv: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { out } = await aslx(['faults', ...argv, '--format', 'json'])
  return (JSON.parse(out) as { faults: Record<string, unknown>[] }).faults
}

const ids = async (...argv: readonly string[]) => (await rows(...argv)).map(({ id }) => id)

describe('aslx faults', () => {
  it('lists the whole catalogue as JSON, with all that is known of each fault', async () => {
    const all = await rows()
    expect(all.length).toBeGreaterThanOrEqual(200)
    const oom = all.find(({ id }) => id === 'lambda-oom')
    expect(Object.keys(oom ?? {})).toEqual(
      'id title family aliases targets strikes effect outside errors matchedBy notMatchedBy transient sideEffect advice evidence recording source parameters insideFunction'.split(
        ' ',
      ),
    )
    expect(oom?.['errors']).toContainEqual({
      style: 'Lambda ARN',
      resource: 'arn:aws:lambda:us-east-1:123456789012:function:Example',
      runtime: 'python',
      error: 'Runtime.ExitError',
      cause: expect.stringContaining('signal: killed') as string,
    })
    expect(all.find(({ id }) => id === 'slow-response')?.['parameters']).toMatchObject([
      { kind: 'duration', default: expect.any(Number) as number, help: expect.any(String) as string },
    ])
  })

  it('explains one', async () => {
    const { out } = await aslx(['faults', 'tmp-full'])
    expect(out).toMatch(/^lambda-tmp-full: .*\n\n {2}also called +tmp-full, enospc/)
    expect(out).toMatch(/\n {2}Lambda ARN.*, python\n {4}OSError\n {4}\{"errorMessage": /)
  })

  it('tells in words what strikes no state, or raises no error', async () => {
    expect((await aslx(['faults', 'dup-express-at-least-once'])).out).toMatch(/\n {2}strikes +no state: /)
    expect((await aslx(['faults', 'slow-response'])).out).toContain('no error: the answer comes late')
  })

  it('lists a family', async () => {
    const { out } = await aslx(['faults', '--family', 's3'])
    expect(out).toMatch(/^s3\n {2}s3-slowdown /)
    expect(out).not.toContain('lambda-oom')
  })

  it('lists what can happen at a resource, a type of state, and a state of a source', async () => {
    const at = await ids('--for', 'arn:aws:states:::dynamodb:putItem')
    expect(at).toContain('ddb-conditional-check-failed')
    expect(at).not.toContain('lambda-oom')
    expect(await ids('--for', 'Choice')).toContain('states-no-choice-matched')
    const charge = await ids('--for', `${join(folder, 'a.json')}#Charge`)
    expect(charge).toContain('lambda-oom')
    expect(await ids('--for', `${join(folder, 't.json')}#Two.Charge`)).toEqual(charge)
  })

  it.each([
    [
      ['--for', 'nothing'],
      `--for takes a resource's ARN, a type of state, or a state as in template.yaml#Machine.State, and got "nothing"`,
    ],
    [
      ['--for', 't.json#Charge'],
      'several machines of t.json have a state "Charge"; name it as in One.Charge, Two.Charge',
    ],
    [['--for', 'a.json#a.Chrage'], 'a.json has no state "a.Chrage"; name it as in a.Charge'],
    [
      ['oom', '--for', 'arn:aws:states:::sns:publish'],
      'no such fault strikes "arn:aws:states:::sns:publish" (aslx faults lists all)',
    ],
  ])('is refused: %j', async (argv, message) => {
    const [, place = ''] = argv.slice(-2)
    const given = place.includes('.json') ? join(folder, place) : place
    expect(await refusal(['faults', ...argv.slice(0, -1), given], folder)).toBe(`2 aslx: ${message}\n`)
  })
})
