// Fetches the foreign client that a test uses. Where that fails the test says so: to build needs none of it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(join(here, 'node_modules/converse.js/dist/converse.min.js'))) {
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-progress', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  } catch (failure) {
    console.error(`converse.js could not be fetched: ${failure.message}`);
  }
}
