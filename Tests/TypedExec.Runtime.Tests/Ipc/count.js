// Counts the messages until its parent is gone, and writes the number to a file.
let count = 0;
process.on('message', () => count++);
process.on('disconnect', () => {
  require('fs').writeFileSync(process.argv[2] + '.new', String(count));
  require('fs').renameSync(process.argv[2] + '.new', process.argv[2]);
});
process.send('ready');
// The parent goes on only after this has stopped reading for a while.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
