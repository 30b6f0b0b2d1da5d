import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { orders } from './machines.js'
import { folderWith } from './workspace.js'

const source = join(folderWith({ 'a.json': orders }), 'a.json')
const dry = async (...argv: readonly string[]) => await aslx(['inject', source, '--dry-run', ...argv])

describe('aslx inject --dry-run', () => {
  it('prints what would be struck, and runs nothing', async () => {
    const { code, out } = await dry('--fault', 'oom@*:50%')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('a: 3 places to strike')
    expect(out).toMatch(/\n {2}Charge +lambda-oom +its call +arn:/)
  })

  it('prints it as JSON, too', async () => {
    const { out } = await dry('--fault', 'oom@Ship!after', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      machines: [
        {
          machine: 'a',
          source,
          sites: [
            {
              fault: 'lambda-oom@Ship!after',
              state: 'Ship',
              pointer: '/States/Ship',
              strikes: 'lambda-oom',
              point: 'task',
            },
          ],
        },
      ],
    })
  })

  it('keeps to the states that are asked for', async () => {
    expect((await dry('--fault', 'oom', '--state', 'Sh*')).out).toMatch(/^a: 1 place to strike\n {2}Ship /)
  })

  it.each([
    ['oom@Shi*x', 'lambda-oom@Shi*x (no state has that name; did you mean "Ship"?)'],
    ['oom@svc:lamda', 'lambda-oom@svc:lamda (nothing there calls it; did you mean "lambda"?)'],
  ])('tells why nothing would be: %s', async (asked, message) => {
    const { code, err } = await dry('--fault', asked)
    expect({ code, err }).toEqual({ code: 2, err: `aslx: ${source}: nothing to strike for ${message}\n` })
  })
})
