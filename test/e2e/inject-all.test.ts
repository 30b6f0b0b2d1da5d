import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/faults/catalogue.js'
import { aslx, refusal } from './fake-io.js'
import { orders } from './machines.js'
import { folderWith } from './workspace.js'

interface Strike {
  readonly state: string
  readonly fault: string
  readonly second?: { readonly state: string; readonly fault: string }
  readonly times: string | number
  readonly outcome: string
  readonly attempts: number
  readonly status: string
  readonly scenario: string
}

interface Matrix {
  readonly states: readonly string[]
  readonly rows: readonly { readonly fault: string; readonly cells: Readonly<Record<string, object>> }[]
}

const folder = folderWith({
  'a.json': orders,
  's3.json': {
    StartAt: 'Put',
    States: {
      Put: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
        Parameters: { Bucket: 'b', Key: 'k' },
        Retry: [{ ErrorEquals: ['S3.SlowDownException'] }],
        End: true,
      },
    },
  },
})
const source = join(folder, 'a.json')
const s3 = join(folder, 's3.json')

async function strikes(...argv: readonly string[]) {
  const { code, out, err } = await aslx(['inject', ...argv, '--format', 'json'])
  const { machines } = JSON.parse(out) as { machines: { strikes: Strike[]; matrix: Matrix; problems: object[] }[] }
  const [first] = machines
  if (!first) throw new Error('no machine was struck')
  return { code, err, ...first }
}

describe('aslx inject --fault all', () => {
  it('strikes every state with every fault that applies there, and with none that needs to be told more', async () => {
    const { strikes: all, matrix } = await strikes(source, '--fault', 'all')
    const struck = new Set(all.map(({ fault }) => fault))
    for (const id of ['lambda-oom', 'lambda-throttled-account', 'slow-response']) expect(struck).toContain(id)
    const outside = catalogue.filter(({ effect }) => effect.kind === 'outside').map(({ id }) => id)
    expect([...outside, 'error', 's3-slowdown'].filter((id) => struck.has(id))).toEqual([])
    expect(matrix.states).toEqual(['Charge', 'Ship', 'Refund'])
    expect(matrix.rows.find(({ fault }) => fault === 'lambda-oom')?.cells).toEqual({
      Charge: { once: 'recovered', always: 'unhandled' },
      Ship: { once: 'caught', always: 'caught' },
      Refund: { once: 'missed', always: 'missed' },
    })
  })

  it('prints a matrix that fits the terminal, and ends in a scenario to replay', async () => {
    const matrix = ['inject', source, '--fault', 'all', '--format', 'matrix']
    const { code, out } = await aslx(matrix, { env: { COLUMNS: '60' } })
    expect(code).toBe(1)
    expect(out).toMatch(/\n +Charge +Ship +Refund\n/)
    expect(out).toMatch(/\n {2}lambda-oom +RU +CC +--\n/)
    expect(out).toMatch(/replay: aslx run .*aslx:1;base=[0-9a-f]{8};.*\n\n\d+ strikes: .* unhandled, \d+ missed\n$/)
  })

  it('answers for each kind of error: at which states it is not dealt with, and how often it is', async () => {
    const { code, out } = await aslx(['inject', source, '--fault', 'all'], { env: { COLUMNS: '60' } })
    expect(code).toBe(1)
    const [, rows = ''] = out.split('\n\n')
    expect(rows).toMatch(
      /^ {2}throttled {7}\d+ unhandled at Charge\n {18}\d+ missed at Refund\n {18}\d+ caught, \d+ recovered$/m,
    )
    expect(rows.split('\n').every((line) => line.length <= 60)).toBe(true)
  })

  it('takes one family', async () => {
    const { strikes: found } = await strikes(s3, '--fault', 'family:s3', '--times', 'once')
    const families = new Set(found.map(({ fault }) => catalogue.find(({ id }) => id === fault)?.family))
    expect([...families]).toEqual(['s3'])
    expect(await refusal(['inject', s3, '--fault', 'family:s33'], folder)).toBe(
      '2 aslx: there is no family "s33" of faults; did you mean "s3"?\n',
    )
  })
})

describe('--times', () => {
  it('says how many attempts are struck', async () => {
    const { strikes: found } = await strikes(source, '--fault', 'oom', '--state', 'Charge', '--times', '2')
    expect(found).toMatchObject([{ times: 2, attempts: 2, outcome: 'unhandled' }])
    expect((await strikes(source, '--fault', 'oom', '--state', 'Charge', '--times', 'once')).code).toBe(0)
  })

  it.each(['0', 'twice', '-0', '1.5'])('is refused: %s', async (times) => {
    expect(await refusal(['inject', source, '--fault', 'oom', `--times=${times}`], folder)).toBe(
      `2 aslx: --times takes once, always or a whole number from 1, and got "${times}"\n`,
    )
  })
})

describe('--k 2', () => {
  it('strikes pairs at two states, of which the second is reached when the first has struck', async () => {
    const { strikes: found, err, code } = await strikes(source, '--fault', 'oom', '--fault', 'throttle', '--k', '2')
    const pairs = found.filter(({ second }) => second)
    expect(err).toMatch(new RegExp(`^aslx: note: a: ${pairs.length} pairs of faults\n`))
    const handled = pairs.find(({ state, second }) => state === 'Ship' && second?.state === 'Refund')
    expect(handled).toMatchObject({ outcome: 'unhandled', status: 'FAILED' })
    expect(code).toBe(1)
    const { out } = await aslx(['replay', handled?.scenario ?? '', source, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ run: { status: 'FAILED', scenario: handled?.scenario } })
  })

  it('lists the pairs that nothing handled', async () => {
    const { out } = await aslx(['inject', source, '--fault', 'oom', '--times', 'always', '--k', '2'])
    expect(out).toMatch(
      /\n {2}1 pair: 1 unhandled that are handled each by itself\n {2}lambda-oom at Ship +lambda-oom at Refund/,
    )
  })

  it('is refused for more', async () => {
    expect(await refusal(['inject', source, '--fault', 'oom', '--k', '3'], folder)).toBe(
      '2 aslx: --k takes 1 or 2 faults in one run, and got "3"\n',
    )
  })
})

describe('a name that never comes', () => {
  it('in a retrier is told beside the sweep', async () => {
    const { out } = await aslx(['inject', s3, '--fault', 's3-slowdown'])
    expect(out).toMatch(/s3\.json:\d+:\d+: warning: 'S3\.SlowDownException' never matches: .*S3\.S3Exception/)
    expect((await strikes(s3, '--fault', 's3-slowdown')).problems).toMatchObject([
      { code: 'ASLX_ERROR_NEVER_RAISED', pointer: '/States/Put/Retry/0/ErrorEquals/0', at: { line: 14 } },
    ])
  })

  it('in a fault is refused with the right one, unless --force insists', async () => {
    const fault = ['--fault', 'error(S3.SlowDownException)@Put']
    for (const command of ['inject', 'run']) {
      expect(await refusal([command, s3, ...fault], folder)).toBe(
        `2 aslx: s3: "Put" never sees S3.SlowDownException: arn:aws:states:::aws-sdk:s3:putObject never fails with it; what the service's model does not have arrives as S3.S3Exception (--force insists, in a test { force: true })\n`,
      )
      expect((await aslx([command, s3, ...fault, '--force'])).code).toBe(1)
    }
  })
})
