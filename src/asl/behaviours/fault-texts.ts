import { type Behaviour, SILENT, assumption } from './behaviour.js'

export const FAULT_TEXTS: readonly Behaviour[] = [
  {
    id: 'full-disk-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded: 'Not recorded: name and message for a full /tmp in .NET and Go functions, and the message in Ruby.',
    documented: SILENT,
    evidence: [assumption("each runtime's usual error for ENOSPC")],
    status: 'assumption',
  },
  {
    id: 's3-slowdown-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded: 'Not recorded: name and message in Ruby and Go functions that S3 throttles, and the message in .NET.',
    documented: SILENT,
    evidence: [assumption('how the SDK of each language names the error SlowDown')],
    status: 'assumption',
  },
]
