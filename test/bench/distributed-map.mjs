import { readFileSync } from 'node:fs'
import { loadAslx } from './sides.mjs'

export const ROWS = 1_000_000
const FAILING = 100

/** Every child is one Lambda call; one row in a hundred ends in a Fail state, and the Map tolerates that. */
const DEFINITION = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ToleratedFailurePercentage: 1,
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
        Parameters: { Bucket: 'inbox', Key: 'rows.csv' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Check',
        States: {
          Check: {
            Type: 'Choice',
            Choices: [{ Variable: '$.kind', StringEquals: 'bad', Next: 'Bad' }],
            Default: 'Work',
          },
          Bad: { Type: 'Fail', Error: 'BadRow' },
          Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', End: true },
        },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket: 'outbox', Prefix: 'jobs' },
      },
      End: true,
    },
  },
}

function rows() {
  const lines = ['id,customer,kind']
  for (let i = 0; i < ROWS; i++) lines.push(`${i},customer ${i},${i % FAILING === 0 ? 'bad' : 'good'}`)
  return `${lines.join('\n')}\n`
}

/** Runs the Map once in this process: the seconds of the run, and the most memory the process ever had, in MB. */
export async function runOnce() {
  const { machine, returns } = await loadAslx()
  const s3 = { inbox: { 'rows.csv': rows() } }
  const startMs = performance.now()
  const run = await machine(DEFINITION).run({ s3, tasks: { Work: returns({ ok: true }) } })
  const seconds = (performance.now() - startMs) / 1000
  const { total, succeeded, failed } = run.mapRuns[0].counts
  const isRight = total === ROWS && failed === ROWS / FAILING && succeeded === total - failed
  if (run.status !== 'SUCCEEDED' || !isRight) throw new Error(`the Map went wrong: ${run.status}, ${run.cause}`)
  return { seconds, peakMb: peakMb() }
}

/** The kernel's own count where there is one: a process that was forked from a large one inherits its parent's peak. */
function peakMb() {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    if (peak) return Number(peak[1]) / 1024
  } catch {
    // Not on this system.
  }
  return process.resourceUsage().maxRSS / 1024
}
