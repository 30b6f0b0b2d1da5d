import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBotocore } from './botocore.js'
import { modelsText } from './models-text.js'

/** `npm run models [-- FOLDER]`: writes the models of AWS's services anew, from an unpacked or installed botocore. */
const folder = findBotocore(process.argv[2])
if (folder === undefined) {
  console.error(
    'no botocore found: run pip download botocore --no-deps, unpack the file, and name the folder botocore in it',
  )
  process.exitCode = 2
} else {
  const file = fileURLToPath(new URL('../../data/service-models.jsonl', import.meta.url))
  const text = modelsText(folder)
  writeFileSync(file, text)
  console.log(`${file}: ${text.length} bytes`)
}
