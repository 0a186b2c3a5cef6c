// Sends every message back, until the channel is closed.
process.on('message', message => process.send(message));
