'use strict';
// What the platform starts: loads the files beside it, with the code that V8 made of them when they were deployed
// (keep-code.cjs), if it is there and this is still the same V8. Node's own compile cache would not be found again:
// it names its folder after the machine's processor and the user.

const { readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** @type {Map<string, { script: Script, module: { exports: object } }>} by file */
const loaded = new Map();

function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.module.exports;
  const filename = join(__dirname, file);
  const source = wrap(readFileSync(filename, 'utf8'));
  const script = new Script(source, { filename, cachedData: kept(`${filename}.code`) });
  const module = { exports: {} };
  loaded.set(file, { script, module });
  const run = script.runInThisContext();
  run.call(module.exports, module.exports, requireFrom, module, filename, __dirname);
  return module.exports;
}

const requireFrom = (name) => (name.startsWith('./') ? load(name.slice(2)) : require(name));

function kept(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

load('functions.cjs');
module.exports = { load, loaded };
