import { explore, loadMachine } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const naive = await loadMachine('machines/14-checkout-saga/checkout.asl.json')
const mended = await loadMachine('machines/14-checkout-saga/checkout.mended.asl.json')

it('leaves nothing to mend in the mended checkout', async () => {
  await expect(mended).toHaveNoFindings({ failOn: 'error' })
})

it('finds that the naive one waits for a carrier without end', async () => {
  const { findings } = await explore(naive)
  const hangs = findings.filter((finding) => finding.class === 'hangs')
  expect(hangs.flatMap(({ states }) => states.map(({ state }) => state))).toEqual(['BookCarrier'])
})
