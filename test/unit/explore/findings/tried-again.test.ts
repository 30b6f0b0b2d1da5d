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

describe('a branch of a Parallel that does the same work in another place', () => {
  const boot = (subnet: string, more: object) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:ec2:runInstances',
    Parameters: { MinCount: 1, MaxCount: 1, SubnetId: subnet, ImageId: 'ami-1' },
    ...more,
  })
  const inBothSubnets = machine({
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'First',
            States: {
              First: boot('subnet-1', { Catch: [{ ErrorEquals: ['Ec2.Ec2Exception'], Next: 'Give up' }], End: true }),
              'Give up': { Type: 'Pass', End: true },
            },
          },
          {
            StartAt: 'Pause',
            States: { Pause: { Type: 'Wait', Seconds: 1, Next: 'Second' }, Second: boot('subnet-2', { End: true }) },
          },
        ],
        End: true,
      },
    },
  })

  it('is no retry of the first', async () => {
    const { findings } = await explore(inBothSubnets)
    const atFirst = findings.filter(({ states }) => states.some(({ state }) => state === 'First'))
    expect(atFirst.map((one) => one.class)).toContain('caught-untried')
  })
})
