import { machine } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { toHaveNoFindings } from '../../../src/explore/to-have-no-findings.js'

const pay = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay', End: true }
const naive = machine({ StartAt: 'Pay', States: { Pay: pay } })
const idle = machine({ StartAt: 'Done', States: { Done: { Type: 'Pass', End: true } } })

describe('toHaveNoFindings', () => {
  it('passes where there is nothing to find', async () => {
    await expect(idle).toHaveNoFindings()
  })

  it('says what was found, how to see it, and where', async () => {
    const { pass, message } = await toHaveNoFindings(naive)
    expect(pass).toBe(false)
    expect(message()).toMatch(/error unhandled ASLX1\d\d [0-9a-f]{6}: [\s\S]*replay: aslx:1;[\s\S]*at Pay/)
  })

  it('leaves out what is accepted by class, rule or id', async () => {
    await expect(naive).toHaveNoFindings({ except: ['unhandled'] })
    await expect(naive).not.toHaveNoFindings({ except: ['hangs'] })
  })

  it('takes nothing but a machine', async () => {
    await expect(toHaveNoFindings({})).rejects.toThrow('toHaveNoFindings judges a machine')
  })
})
