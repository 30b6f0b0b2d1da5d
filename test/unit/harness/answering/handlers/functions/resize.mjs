/** The functions of the tests, as Lambda's own examples write them. */
export const handler = async (event) => ({ width: event.width / 2 })

export const whoami = async (_event, context) => ({
  id: context.awsRequestId,
  name: context.functionName,
  memory: context.memoryLimitInMB,
  hasTime: context.getRemainingTimeInMillis() > 0,
})

export const byCallback = (event, _context, callback) => {
  queueMicrotask(() => callback(null, { got: event.width }))
}

export class TooLarge extends Error {
  name = 'TooLarge'
}

export const throwing = (event) => {
  throw new TooLarge(`width ${event.width} is too large`)
}

export const rejecting = async () => Promise.reject('no error at all')

export const greedy = () => {
  const kept = []
  for (;;) kept.push({ page: kept.length, words: Array.from({ length: 100 }, (_, i) => `word ${i} of ${kept.length}`) })
}

/** One large array: V8 has no second try for it. */
export const greedyList = () => {
  const kept = []
  for (;;) kept.push(kept.length)
}

export const endless = () => {
  for (;;);
}

export const silent = () => new Promise(() => undefined)

export const quitting = (event) => process.exit(event.width)

export const forgetful = async () => {
  void Promise.reject(new TypeError('nobody waits for me'))
  await new Promise((resolve) => setTimeout(resolve, 500))
}

export const nothing = async () => undefined

export const slow = async () => {
  await new Promise((resolve) => setTimeout(resolve, 60))
  return 'done'
}
