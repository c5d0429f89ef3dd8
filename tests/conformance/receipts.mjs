// Reads logs out of receipts that @ethereumjs/mpt has proved, as evidence bundles carry them (docs/evidence.md, proven log).
// Standard input: a list of them. Standard output: for each {status, log}, or {error} when the proof gives no receipt.

import { readFileSync } from 'node:fs'
import { verifyMerkleProof } from '@ethereumjs/mpt'
import { RLP } from '@ethereumjs/rlp'
import { bytesToHex, hexToBytes } from '@ethereumjs/util'

const read = async ({ header, index, proof, logIndex }) => {
  const root = hexToBytes(header.receiptsRoot)
  const raw = await verifyMerkleProof(RLP.encode(index), proof.map(hexToBytes), { root })
  if (raw === null) throw new Error('the proof gives no receipt')
  const [status, , , logs] = RLP.decode(raw[0] < 0x80 ? raw.slice(1) : raw)
  const [address, topics, data] = logs[logIndex]
  return { status: bytesToHex(status), log: { address: bytesToHex(address), topics: topics.map(bytesToHex), data: bytesToHex(data) } }
}

const answers = JSON.parse(readFileSync(0, 'utf8')).map((receipt) => read(receipt).catch((error) => ({ error: String(error.message) })))
console.log(JSON.stringify(await Promise.all(answers)))
