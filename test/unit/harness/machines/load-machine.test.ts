import { loadMachine, machine } from 'aslx'
import { expect, it } from 'vitest'

it('takes no definition, and names what does', async () => {
  const definition: unknown = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }
  await expect(loadMachine(definition as string)).rejects.toThrow(/loadMachine takes the path of a file.*machine\(/)
  expect((await machine({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }).run()).status).toBe('SUCCEEDED')
})
