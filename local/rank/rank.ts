import { runRank } from './run-rank.ts';

// The exit code is set, not forced, so that whatever was printed reaches the pipe it goes to.
const { exitCode, stdout, stderr } = await runRank(process.argv.slice(2), process.env);
process.exitCode = exitCode;
process.stdout.on('error', ignoreClosedPipe);
process.stderr.write(stderr);
process.stdout.write(stdout);

/** `npm run rank … | head` closes the pipe early; that is no trouble of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
