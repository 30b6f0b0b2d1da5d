import { fails, machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const task = (name: string) => ({ Type: 'Task', Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}` })
const undo = (Next: string) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next, ResultPath: '$.error' }] })
const again = { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 4 }] }

const trip = machine({
  StartAt: 'BookFlight',
  States: {
    BookFlight: { ...task('book-flight'), Next: 'BookHotel' },
    BookHotel: { ...task('book-hotel'), ...undo('CancelFlight'), Next: 'Charge' },
    Charge: { ...task('charge'), ...undo('CancelHotel'), End: true },
    CancelHotel: { ...task('cancel-hotel'), ...again, Next: 'CancelFlight' },
    CancelFlight: { ...task('cancel-flight'), ...again, Next: 'NotBooked' },
    NotBooked: { Type: 'Fail', Error: 'Trip.NotBooked' },
  },
}).withDefaults({
  tasks: {
    BookFlight: returns({ flight: 'f-1' }),
    BookHotel: returns({ flight: 'f-1', hotel: 'h-1' }),
    Charge: returns({ paid: true }),
    CancelHotel: returns({}),
    CancelFlight: returns({}),
  },
})

const pairs = { BookHotel: 'CancelHotel', BookFlight: 'CancelFlight' } as const

it('takes back the hotel and then the flight when the card is declined', async () => {
  const run = await trip.run({ tasks: { Charge: fails('Card.Declined') } })
  expect(run).toCompensate(pairs)
  expect(run).toFail('Trip.NotBooked')
})

it('takes them back though the first cancellation is throttled', async () => {
  const run = await trip.run({ faults: ['error(Card.Declined)@Charge', 'throttle@CancelHotel.1'] })
  expect(run).toRetry('CancelHotel', { times: 1, delays: ['5s'] })
  expect(run).toCompensate(pairs)
})

it('leaves a hotel behind when only the answer of its booking is lost', async () => {
  const run = await trip.run({ faults: ['error(Hotel.Timeout)@BookHotel!after'], force: true })
  expect(run).toHaveEffects({ BookHotel: 1, CancelHotel: 0, CancelFlight: 1 })
  expect(run).not.toCompensate(pairs)
})
