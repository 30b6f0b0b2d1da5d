/** Prints the comparison as a table, and how far to trust it. */
export function printReport({ rounds, machine, peer, cases }) {
  const against = peer.skipped
    ? `alone: ${peer.name} is skipped (${peer.skipped})`
    : `against ${peer.name} ${peer.version}`
  console.log(`\naslx ${against}`)
  console.log(`Node ${machine.node}, ${machine.cpus} x ${machine.cpu}; median (min..max) of ${rounds} rounds\n`)
  for (const { title, unit, better, sides } of cases) {
    console.log(`${title} [${unit}, ${better} is better]`)
    for (const side of sides) console.log(`  ${side.side.padEnd(26)}${row(side, better)}`)
    console.log()
  }
  console.log(noise(machine, rounds, cases))
}

function row({ timesThePeer, target, tolerance, ...own }, better) {
  const ratio = timesThePeer ? `${range(timesThePeer)} times the peer` : ''
  return `${range(own).padEnd(38)}${ratio.padEnd(42)}${target === undefined ? '' : verdict(own.median, { target, tolerance }, better)}`
}

function verdict(value, { target, tolerance }, better) {
  const met = better === 'more' ? value >= target : value <= target
  const failed = isFailed({ median: value, target, tolerance }, better)
  return `target ${number(target)}: ${met ? 'met' : failed ? 'FAILED' : 'MISSED'}`
}

/** Whether a row is so far from its target that the bench fails. */
export function isFailed({ median, target, tolerance }, better) {
  if (target === undefined || tolerance === undefined) return false
  return better === 'more' ? median < target / (1 + tolerance) : median > target * (1 + tolerance)
}

function range({ median, min, max }) {
  return `${number(median)} (${number(min)}..${number(max)})`
}

function number(value) {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
}

/** The rounds tell how calm the machine was: on a calm one they agree within some 10 %. A single round tells nothing. */
function noise({ cpus, load }, rounds, cases) {
  const widths = cases.flatMap(({ sides }) => sides.map(({ median, min, max }) => (max - min) / median))
  const widest = Math.round(Math.max(...widths) * 100)
  return (
    `Noise: rounds of one side differ by up to ${widest} % of their median; load average ${load[0].toFixed(1)} on ${cpus} CPUs.\n` +
    'Absolute numbers are of this machine at this minute; ratios of one run are what compares.' +
    (rounds > 1 && widest <= 30 ? '' : ' One round, or a busy machine: run again before drawing conclusions.')
  )
}
