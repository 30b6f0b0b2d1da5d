import { type Run, fault } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('14-checkout-saga/checkout.asl.json')
const mended = await givenMachine('14-checkout-saga/checkout.mended.asl.json')

/** The carrier books, or does not, behind the message: a cancellation goes out either way. */
const UNDO = { ReserveStock: 'ReleaseStock', ChargeCard: 'RefundCard', BookCarrier: 'CancelCarrier' } as const

const UNDONE = ['CancelCarrier', 'RefundCard', 'ReleaseStock', 'TellCancelled']

const declined = fault('error(Card.Declined)').at('ChargeCard')
const refused = fault('callback-failed(error="Carrier.NoSuchAddress")').at('BookCarrier')
const unanswered = fault('never').at('BookCarrier')
const unconfirmed = fault('ddb-throttle').at('ConfirmOrder')

const run = async (machine: typeof naive, ...faults: readonly ReturnType<typeof fault>[]): Promise<Run> =>
  await machine.run({ faults, force: true })

describe('either machine', () => {
  it('does the same work, but for its handling of errors', () => {
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it.each([naive, mended])('places an order on a normal day', async (machine) => {
    const placed = await machine.run()
    expect(placed).toSucceed({ orderId: 'o-7731', status: 'PLACED', tracking: 'T-42' })
    expect(effectsOf(placed)).toEqual(['ReserveStock', 'ChargeCard', 'BookCarrier', 'ConfirmOrder', 'TellCustomer'])
  })
})

describe('the naive machine', () => {
  it('keeps the stock of an order that nobody pays', async () => {
    const order = await run(naive, declined)
    expect(order).toFail('Card.Declined')
    expect(effectsOf(order)).toEqual(['ReserveStock'])
  })

  it('keeps the money for an order that nobody carries', async () => {
    const order = await run(naive, refused)
    expect(order).toFail('Carrier.NoSuchAddress')
    expect(effectsOf(order)).toEqual(['ReserveStock', 'ChargeCard', 'BookCarrier'])
  })

  it('waits a year for a carrier that lost the token', async () => {
    const order = await run(naive, unanswered)
    expect(order.status).toBe('TIMED_OUT')
    expect(order).toTake('365d')
  })

  it('has an order carried and charged that the shop knows nothing of', async () => {
    const order = await run(naive, unconfirmed)
    expect(order.status).toBe('FAILED')
    expect(effectsOf(order)).toEqual(['ReserveStock', 'ChargeCard', 'BookCarrier'])
  })
})

describe('the mended machine', () => {
  it('gives the stock back when the card is declined, and asks for no refund', async () => {
    const order = await run(mended, declined)
    expect(order).toSucceed({ orderId: 'o-7731', status: 'CANCELLED', because: 'Card.Declined' })
    expect(order).toCompensate(UNDO)
    expect(effectsOf(order)).toEqual(['ReserveStock', 'ReleaseStock', 'TellCancelled'])
  })

  it.each([
    ['refuses', refused, 'Carrier.NoSuchAddress', { atMost: '10s' }],
    ['never answers', unanswered, 'States.Timeout', { atLeast: '30m', atMost: '31m' }],
  ] as const)(
    'cancels the carrier that %s, and takes back what was done in reverse order',
    async (_, strike, because, took) => {
      const order = await run(mended, strike)
      expect(order).toSucceed({ orderId: 'o-7731', status: 'CANCELLED', because })
      expect(order).toTake(took)
      expect(order).toCompensate(UNDO)
      expect(effectsOf(order)).toEqual(['ReserveStock', 'ChargeCard', 'BookCarrier', ...UNDONE])
    },
  )

  it('takes everything back in reverse order when the order cannot be confirmed', async () => {
    const order = await run(mended, unconfirmed)
    expect(order).toSucceed({ orderId: 'o-7731', status: 'CANCELLED', because: 'DynamoDB.ThrottlingException' })
    expect(order).toCompensate(UNDO)
    expect(effectsOf(order)).toEqual(['ReserveStock', 'ChargeCard', 'BookCarrier', ...UNDONE])
  })

  it('refunds a charge whose answer was lost, under the same key', async () => {
    const order = await run(mended, fault('late-success').at('ChargeCard'))
    expect(order).toCompensate(UNDO)
    expect(sentBy(order, 'RefundCard')).toMatchObject([{ Payload: { idempotencyKey: 'o-7731' } }])
  })

  it('undoes nothing when there is no stock', async () => {
    const order = await run(mended, fault('ddb-conditional-check-failed').at('ReserveStock'))
    expect(order).toSucceed({
      orderId: 'o-7731',
      status: 'CANCELLED',
      because: 'DynamoDB.ConditionalCheckFailedException',
    })
    expect(effectsOf(order)).toEqual(['TellCancelled'])
  })

  it('keeps an order whose customer cannot be told', async () => {
    expect(await run(mended, fault('timeout').at('TellCustomer'))).toSucceed()
  })

  it('tries a refund ten times, then asks people for help and says that the order is undone in part', async () => {
    const brief = await run(mended, unconfirmed, fault('throttle').at('RefundCard').attempts(1, 4))
    expect(brief).toRetry('RefundCard', { times: 4 })
    expect(brief).toCompensate(UNDO)
    const lasting = await run(mended, unconfirmed, fault('throttle').at('RefundCard'))
    expect(lasting).toFail('Order.Stuck')
    expect(lasting).not.toCompensate(UNDO)
    expect(effectsOf(lasting).slice(-2)).toEqual(['CancelCarrier', 'AskForHelp'])
  })
})
