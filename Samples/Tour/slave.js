console.log(`Child Process number ${process.argv[2]} is executed.`);
