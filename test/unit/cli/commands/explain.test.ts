import { expect, it } from 'vitest'
import { main } from '../../../../src/cli/main.js'

async function explain(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
  const code = await main(['explain', ...args], {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    readStdin: () => '',
    isTerminal: false,
    env: {},
    realMs: () => 0,
    today: () => '2030-01-01',
  })
  return { code, stdout, stderr }
}

it('aslx explain lists what can be explained', async () => {
  const { code, stdout } = await explain()
  expect(code).toBe(0)
  expect(stdout).toMatch(/^topics\n/)
})

it('aslx explain <error> explains it', async () => {
  const { code, stdout } = await explain('States.HeartbeatTimeout')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^States\.HeartbeatTimeout\n[\s\S]*\nheartbeat-name: /)
})

it('aslx explain --format json is one object with the version of its shape', async () => {
  const { stdout } = await explain('timeouts', '--format', 'json')
  expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, kind: 'topic', topic: 'timeouts' })
})

it('aslx explain of a name that is not there is a usage error of one line', async () => {
  const { code, stdout, stderr } = await explain('States.Timout')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    'aslx: there is no error or topic "States.Timout"; did you mean "States.Timeout"? (aslx explain lists them)\n',
  )
})
