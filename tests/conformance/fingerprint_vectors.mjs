// Runs the vectors of the content fingerprint. Standard input: tests/vectors/fingerprint.json. Standard output: the same roots, if it agrees.

import { readFileSync } from 'node:fs'
import { fileRoot, folderRoot, hex } from './fingerprint.mjs'

const { files, folders, refused } = JSON.parse(readFileSync(0, 'utf8'))

const pattern = (length) => Uint8Array.from({ length }, (_, at) => at % 251)

const rooted = async ({ path, text }) => {
  const file = new Blob([text])
  return { path, size: file.size, root: await fileRoot(file) }
}

const attempt = async (members) => {
  try {
    return hex(await folderRoot(await Promise.all(members.map(rooted))))
  } catch (error) {
    return `refused: ${error.message}`
  }
}

const answer = { files: [], folders: [], refused: [] }
for (const { length } of files) answer.files.push(hex(await fileRoot(new Blob([pattern(length)]))))
for (const { members } of folders) answer.folders.push(await attempt(members))
for (const { members } of refused) answer.refused.push((await attempt(members)).startsWith('refused: '))
console.log(JSON.stringify(answer))
