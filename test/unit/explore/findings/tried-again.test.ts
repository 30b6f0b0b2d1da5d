import { describe, expect, it } from 'vitest'
import { explore, machine } from 'aslx'

/** A machine that boots an instance in one subnet and, where a Catch says so, in another. */
function runnersIn(second: { readonly SubnetId: string; readonly ImageId: string }) {
  const boot = (input: object, more: object) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:ec2:runInstances',
    Parameters: { MinCount: 1, MaxCount: 1, ...input },
    ...more,
  })
  return machine({
    StartAt: 'First',
    States: {
      First: boot(
        { SubnetId: 'subnet-1', ImageId: 'ami-1' },
        { Catch: [{ ErrorEquals: ['Ec2.Ec2Exception'], ResultPath: '$.error', Next: 'Second' }], End: true },
      ),
      Second: boot(second, { End: true }),
    },
  })
}

async function classesAtFirst(second: { readonly SubnetId: string; readonly ImageId: string }) {
  const { findings } = await explore(runnersIn(second))
  return findings.filter(({ states }) => states.some(({ state }) => state === 'First')).map((one) => one.class)
}

describe('a Catch that leads to the same work in another place', () => {
  it('is a retry: nothing is caught untried or swallowed', async () => {
    const classes = await classesAtFirst({ SubnetId: 'subnet-2', ImageId: 'ami-1' })
    expect(classes).not.toContain('caught-untried')
    expect(classes).not.toContain('swallowed')
  })

  it('is none where the other state asks for something else', async () => {
    const classes = await classesAtFirst({ SubnetId: 'subnet-2', ImageId: 'ami-2' })
    expect(classes).toContain('caught-untried')
    expect(classes).toContain('swallowed')
  })
})
