export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export function spread(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}

/** Median time of a call in ms, over `samples` calls after as many warm-up calls as asked. */
export async function medianMs(run, { warmUps, samples }) {
  const times = []
  for (let i = 0; i < warmUps + samples; i++) {
    const startMs = performance.now()
    await run()
    if (i >= warmUps) times.push(performance.now() - startMs)
  }
  return median(times)
}
