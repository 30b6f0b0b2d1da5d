#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { main } from './main.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`aslx: standard output cannot be written (${error.code ?? error.message})\n`)
  process.exit(2)
})

process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readStdin: () => readFileSync(0, 'utf8'),
  isTerminal: process.stdout.isTTY,
  env: process.env,
  realMs: () => performance.now(),
})
