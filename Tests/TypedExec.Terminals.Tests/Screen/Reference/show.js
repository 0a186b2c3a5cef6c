// Reads terminal outputs (JSON: {columns, rows, outputs: [base64]}) on stdin; prints the screen of each as xterm shows it.
const { Terminal } = require('@xterm/headless');

const show = (columns, rows, output) => new Promise(resolve => {
  const terminal = new Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true });
  terminal.write(new Uint8Array(Buffer.from(output, 'base64')), () => {
    const buffer = terminal.buffer.active;
    const lines = [];
    for (let row = 0; row < rows; row++) {
      lines.push(buffer.getLine(buffer.baseY + row).translateToString(true).trimEnd());
    }
    terminal.dispose();
    resolve(lines.join('\n').replace(/\n+$/, ''));
  });
});

let input = '';
process.stdin.on('data', data => input += data).on('end', async () => {
  const { columns, rows, outputs } = JSON.parse(input);
  const screens = [];
  for (const output of outputs) {
    screens.push(await show(columns, rows, output));
  }
  process.stdout.write(JSON.stringify(screens));
});
