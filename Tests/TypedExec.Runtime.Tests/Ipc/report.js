// Sends how it was started.
console.log('started');
process.send({
  execArgv: process.execArgv,
  args: process.argv.slice(2),
  fd: process.env.NODE_CHANNEL_FD ?? null,
  mode: process.env.NODE_CHANNEL_SERIALIZATION_MODE ?? null,
  cwd: process.cwd(),
  variable: process.env.TYPEDEXEC_TEST ?? null,
});
