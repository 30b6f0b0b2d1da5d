import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { folderWith } from './workspace.js'

const F = 'arn:aws:lambda:us-east-1:123456789012:function:f'

/** Goes to `Fast` or `Slow`; `first` comes before the choice. */
function choosing(first: object = {}): string {
  return JSON.stringify({
    StartAt: Object.keys(first)[0] ?? 'Which?',
    States: {
      ...first,
      'Which?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.kind', StringEquals: 'fast', Next: 'Fast' }],
        Default: 'Slow',
      },
      Fast: { Type: 'Task', Resource: F, End: true },
      Slow: { Type: 'Task', Resource: F, ResultPath: '$.done', Next: 'Tell' },
      Tell: { Type: 'Task', Resource: F, Parameters: { 'what.$': '$.done.what' }, End: true },
    },
  })
}

const folder = folderWith({ 'm.asl.json': choosing() })
const source = join(folder, 'm.asl.json')

async function runJson(...args: readonly string[]): Promise<{ path: string[]; scenario: string; status: string }> {
  const { out } = await aslx([...args, '--format', 'json'])
  return (JSON.parse(out) as { run: { path: string[]; scenario: string; status: string } }).run
}

describe('without a scenario', () => {
  it('run takes the run that reaches most, and a fault the one that comes by its state', async () => {
    expect((await runJson('run', source)).path).toEqual(['Which?', 'Slow', 'Tell'])
    expect((await runJson('run', source, '--fault', 'oom@Fast')).path).toEqual(['Which?', 'Fast'])
  })

  it('a scenario string brings back the run whose base it names', async () => {
    const fast = await runJson('run', source, '--fault', 'oom@Fast')
    const again = await runJson('run', source, '--scenario', fast.scenario)
    expect([again.path, again.scenario]).toEqual([fast.path, fast.scenario])
  })

  it('inject takes the run that reaches the state that is asked for', async () => {
    const { out } = await aslx(['inject', source, '--fault', 'oom', '--state', 'Fast'])
    expect(out).toContain('Fast')
    expect(out).not.toContain('never reached')
  })

  it('replay survives a change of the definition, and says so', async () => {
    const { scenario } = await runJson('run', source, '--fault', 'oom@Fast')
    const changed = join(folder, 'changed.asl.json')
    writeFileSync(
      changed,
      choosing({ Look: { Type: 'Pass', ResultPath: '$.look', Next: 'Which?', Parameters: { 'by.$': '$.who' } } }),
    )
    const { code, out, err } = await aslx(['replay', scenario, changed])
    expect(err).toMatch(
      /^aslx: note: no run of this definition has the base [0-9a-f]{8}: replayed over the one that reaches "Fast"/,
    )
    expect([code, out.includes('Runtime.ExitError')]).toEqual([1, true])
  })
})
