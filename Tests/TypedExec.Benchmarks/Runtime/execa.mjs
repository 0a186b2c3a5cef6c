// The works of the runtime benchmarks by execa, whose module is an argument.
import { pathToFileURL } from 'node:url';
import { check, lines, measure, module, zeros } from './harness.mjs';

const { execa, execaSync } = await import(pathToFileURL(module).href);
const Unlimited = { maxBuffer: 1e9 };

async function captured(megabytes, options) {
  const { stdout } = await execa('/usr/bin/head', zeros(megabytes), { ...Unlimited, ...options });
  check(stdout.length, megabytes * 1048576);
}

await measure({
  async sequential(n) {
    for (let i = 0; i < n; i++) await execa('/bin/true');
  },
  async sync(n) {
    for (let i = 0; i < n; i++) execaSync('/bin/true');
  },
  async 'at-once'(n) {
    await Promise.all(Array.from({ length: n }, () => execa('/bin/sh', ['-c', 'sleep 1; echo x'])));
  },
  async drop(n) {
    const child = execa('/usr/bin/head', zeros(n), { buffer: false });
    let total = 0;
    child.stdout.on('data', chunk => { total += chunk.length; });
    await child;
    check(total, n * 1048576);
  },
  'capture-string': n => captured(n, {}),
  'capture-bytes': n => captured(n, { encoding: 'buffer' }),
  async lines(n) {
    let total = 0;
    for await (const _ of execa('/bin/sh', lines(n), { buffer: false })) total++;
    check(total, n * 1000);
  },
  async pipeline(n) {
    // Otherwise each stage's output is kept too, up to a limit.
    const { stdout } = await execa('head', zeros(n), { buffer: false }).pipe('cat', { buffer: false }).pipe('wc', ['-c']);
    check(Number(stdout), n * 1048576);
  },
});
