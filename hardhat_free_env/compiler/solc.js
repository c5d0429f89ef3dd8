#!/usr/bin/env node
// Speaks as the `solc` program does (--version, --standard-json) on top of npm's soljson.js, for py-solc-x.
// npm's own solcjs reads pipes synchronously (EAGAIN), and its ccall copies the whole input onto the wasm
// stack, which overflows on a large one; here stdin is awaited and the input lies on the heap.
"use strict";
const path = require("node:path");
const solc = path.resolve(__dirname, "../../contracts/node_modules/solc");

function compile(input) {
  const soljson = require(path.join(solc, "soljson.js"));
  const size = soljson.lengthBytesUTF8(input) + 1;
  const pointer = soljson._solidity_alloc(size);
  soljson.stringToUTF8(input, pointer, size);
  const noCallback = 0; // every source is in the input, nothing is read from disk
  return soljson.UTF8ToString(soljson._solidity_compile(pointer, noCallback, 0));
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function main() {
  if (process.argv.includes("--version")) {
    // py-solc-x asks before every compilation, and wants a commit; to load the compiler takes as long as a small contract.
    const { version } = require(path.join(solc, "package.json"));
    process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${version}+commit.0\n`);
  } else if (process.argv.includes("--standard-json")) {
    process.stdout.write(compile(await readAll(process.stdin))); // no exit(): it would cut a pipe short
  } else {
    process.stderr.write("solc.js: knows --version and --standard-json\n");
    process.exitCode = 2;
  }
}

main();
