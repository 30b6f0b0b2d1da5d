// Preloaded into a measured process: tells the user CPU it took, in ms, on descriptor 3.
const { writeSync } = require('node:fs')

process.on('exit', () => writeSync(3, String(process.resourceUsage().userCPUTime / 1000)))
