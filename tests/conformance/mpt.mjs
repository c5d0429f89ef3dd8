// Checks an eth_getProof answer with @ethereumjs/mpt, a trie that shares nothing with ours.
// Standard input: {stateRoot, proof}. Standard output: {account, slots}, each true when the proof gives the stated value.

import { readFileSync } from 'node:fs'
import { verifyMerkleProof } from '@ethereumjs/mpt'
import { RLP } from '@ethereumjs/rlp'
import { bytesToHex, hexToBytes } from '@ethereumjs/util'

const { stateRoot, proof } = JSON.parse(readFileSync(0, 'utf8'))

const number = (bytes) => (bytes.length === 0 ? 0n : BigInt(bytesToHex(bytes)))

// The value a proof gives for a key; null when it proves that there is none; an error when it proves nothing.
const proved = (key, root, nodes) => verifyMerkleProof(hexToBytes(key), nodes.map(hexToBytes), { root: hexToBytes(root), useKeyHashing: true })

const attempt = async (check) => {
  try {
    return await check()
  } catch (error) {
    return String(error.message)
  }
}

const account = await attempt(async () => {
  const found = await proved(proof.address, stateRoot, proof.accountProof)
  if (found === null) return BigInt(proof.nonce) === 0n && BigInt(proof.balance) === 0n
  const [nonce, balance, storageHash, codeHash] = RLP.decode(found)
  return (
    number(nonce) === BigInt(proof.nonce) &&
    number(balance) === BigInt(proof.balance) &&
    bytesToHex(storageHash) === proof.storageHash &&
    bytesToHex(codeHash) === proof.codeHash
  )
})

const slots = []
for (const slot of proof.storageProof) {
  slots.push(
    await attempt(async () => {
      const found = await proved(slot.key, proof.storageHash, slot.proof)
      return (found === null ? 0n : number(RLP.decode(found))) === BigInt(slot.value)
    }),
  )
}

console.log(JSON.stringify({ account, slots }))
