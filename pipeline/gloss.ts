import * as acronyms from './commands/acronyms';
import * as check from './commands/check';
import * as cut from './commands/cut';
import * as extract from './commands/extract';
import * as inspect from './commands/inspect';
import * as pack from './commands/pack';
import * as rank from './commands/rank';
import * as read from './commands/read';
import * as related from './commands/related';
import * as roles from './commands/roles';
import * as search from './commands/search';
import * as tag from './commands/tag';

/** `args` are the words after the command; the promise is the exit status. */
type Command = { run: (args: readonly string[]) => Promise<number> };

const COMMANDS: Readonly<Record<string, Command>> = {
  acronyms,
  check,
  cut,
  extract,
  inspect,
  pack,
  rank,
  read,
  related,
  roles,
  search,
  tag,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
} else {
  console.error(`usage: npm run -s gloss -- COMMAND, one of ${Object.keys(COMMANDS).join(', ')}`);
  process.exitCode = 1;
}
