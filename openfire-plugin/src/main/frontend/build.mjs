// Builds the faces for the plugin: "node build.mjs bundle TARGET" and "node build.mjs check TARGET". Maven calls both;
// each does nothing where nothing has changed since it last went well.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const [task, target] = process.argv.slice(2);

/** Where the plugin finds the files, on its class path. */
const PLACE = 'classes/org/crossdesk/edge/web/files';
const LICENCES_ALLOWED = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC'];
const HASH_CHARS = 10;
const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ftl: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

const sha = (data) => createHash('sha256').update(data).digest('hex');
const read = (name) => readFileSync(join(here, name), 'utf8');

function sources(folder = here) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources()) {
    hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stampFile = (name) => join(target, 'frontend', name + '.stamp');
const isDone = (name, print) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === print;
const done = (name, print) => {
  mkdirSync(join(target, 'frontend'), { recursive: true });
  writeFileSync(stampFile(name), print);
};

/** npm ci, where package-lock.json is another than the one that node_modules was made from. */
function install() {
  const stamp = join(here, 'node_modules/.crossdesk');
  const wanted = sha(read('package-lock.json') + read('package.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  run('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

function run(program, words) {
  try {
    execFileSync(program, words, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  } catch (failure) {
    throw new Error(`${program} ${words.join(' ')} failed${failure.status ? '' : ': ' + failure.message}`);
  }
}

const node = (program, ...words) => run(process.execPath, [join(here, 'node_modules', program), ...words]);

/** Of Strophe's sources, which its package ships, what is named and what that needs, and of that some files not. */
const stropheOf = (named, without) => ({
  name: 'strophe-from-sources',
  setup(build) {
    const source = join(here, 'node_modules/strophe.js/src');
    build.onResolve({ filter: /^strophe\.js$/ }, () => ({ path: join(source, 'index.ts') }));
    // Its index gathers everything in one object, so that none of it could be left out.
    build.onLoad({ filter: /[\\/]strophe\.js[\\/]src[\\/]index\.ts$/ }, () => ({
      contents:
        Object.entries(named)
          .map(([name, file]) => `import ${name} from './${file}';`)
          .join('') +
        "import { Status } from './constants'; import { escapeNode } from './utils';" +
        `export const Strophe = { Status, escapeNode, ${Object.keys(named).join()} };`,
      resolveDir: source,
    }));
    build.onLoad({ filter: new RegExp(`[\\\\/]strophe\\.js[\\\\/]src[\\\\/](${without.join('|')})\\.ts$`) }, () => ({
      contents:
        'export default class {}; export class MemoryStorageBackend {}; export class SessionStorageBackend {};' +
        ' export class StreamManagementMirror {}; export const isCountableStanza = 0, toStanzaView = 0;',
    }));
  },
});
const UNUSED = ['sasl-(external|oauthbearer|plain|xoauth2)', 'transports[\\\\/]worker-websocket', 'stream-management[\\\\/]index'];
const strophe = stropheOf(
  { Connection: 'connection', SASLSHA1: 'sasl-sha1', SASLSHA256: 'sasl-sha256', SASLSHA512: 'sasl-sha512' },
  UNUSED,
);
/** A guest has no use for passwords: that is 4 kB of the widget's 40. */
const stropheForGuests = stropheOf({ Connection: 'connection', SASLAnonymous: 'sasl-anon' }, [...UNUSED, 'sasl-sha\\d+']);

/** The faces: what each is made of. All but the patron's speak of logging in, too. */
const FACES = [
  { name: 'ask', folder: 'widget', texts: ['ask', 'files'], plugins: [stropheForGuests] },
  { name: 'console', folder: 'console', texts: ['common', 'files', 'console'], plugins: [strophe] },
  { name: 'board', folder: 'board', texts: ['common', 'board'], plugins: [strophe] },
].filter((face) => existsSync(join(here, 'src', face.folder)));

/** The texts of a face by language, without what only translators read. */
function texts(folders) {
  return readdirSync(join(here, 'texts', folders[0])).map((file) => ({
    language: file.replace('.ftl', ''),
    text: folders
      .map((folder) => read(`texts/${folder}/${file}`))
      .join('\n')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .join('\n'),
  }));
}

async function bundle() {
  const print = fingerprint();
  const folder = join(target, PLACE);
  if (isDone('bundle', print) && existsSync(join(folder, 'index'))) {
    return;
  }
  install();
  const { build } = await import('esbuild');
  const common = {
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    outdir: '/',
    logLevel: 'warning',
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const index = [];
  const emit = (name, data, lasting) => {
    const content = Buffer.from(data);
    const dot = name.lastIndexOf('.');
    const tag = sha(content).slice(0, HASH_CHARS);
    const full = lasting ? `${name.slice(0, dot)}-${tag}${name.slice(dot)}` : name;
    writeFileSync(join(folder, full), content);
    writeFileSync(join(folder, full + '.gz'), gzipSync(content, { level: 9 }));
    index.push([full, TYPES[name.slice(dot + 1)], lasting ? 'lasting' : 'changing', tag].join('\t'));
    return full;
  };
  const packages = new Set();
  const output = async (options) => {
    const result = await build({ ...common, ...options });
    Object.keys(result.metafile.inputs)
      .map((path) => /^node_modules\/((@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
      .filter(Boolean)
      .forEach((name) => packages.add(name));
    return result.outputFiles[0].text;
  };

  for (const face of FACES) {
    const languages = Object.fromEntries(
      texts(face.texts).map(({ language, text }) => [language, emit(`${face.name}-${language}.ftl`, text, true)]),
    );
    const script = emit(
      `${face.name}.js`,
      await output({
        entryPoints: [`src/${face.folder}/main.tsx`],
        format: 'esm',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        plugins: face.plugins,
        define: { FACE_TEXTS: JSON.stringify(languages) },
      }),
      true,
    );
    const style = emit(
      `${face.name}.css`,
      await output({ entryPoints: [`src/${face.folder}/${face.name}.css`] }),
      true,
    );
    const page = read('src/common/face.html').replace('%SCRIPT%', script).replace('%STYLE%', style);
    emit(`${face.name}.html`, page.replace(/>\s+</g, '><'), false);
  }
  emit('loader.js', await output({ entryPoints: ['src/loader/loader.ts'], format: 'iife' }), false);
  emit('licences.txt', licences(packages), false);
  writeFileSync(join(folder, 'index'), index.join('\n') + '\n');
  for (const line of index) {
    const name = line.split('\t')[0];
    console.log(`frontend: ${name} ${readFileSync(join(folder, name + '.gz')).length} bytes compressed`);
  }
  done('bundle', print);
}

/** What of others is in the bundles, with its licence; one that isn't permissive ends the build. */
function licences(packages) {
  return [...packages]
    .sort()
    .map((name) => {
      const about = JSON.parse(read(`node_modules/${name}/package.json`));
      if (!LICENCES_ALLOWED.includes(about.license)) {
        throw new Error(`${name} is under ${about.license}; allowed: ${LICENCES_ALLOWED.join(', ')}`);
      }
      const file = readdirSync(join(here, 'node_modules', name)).find((entry) => /^licen[cs]e/i.test(entry));
      // Who ships no text of it means the one that we have ourselves.
      const text = read(file ? `node_modules/${name}/${file}` : '../../../../LICENSE');
      console.log(`frontend: ${name} ${about.version} under ${about.license}`);
      return `${name} ${about.version}\nLicence: ${about.license}\n\n${text}`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}

async function check() {
  const print = fingerprint();
  if (isDone('check', print)) {
    return;
  }
  install();
  node('eslint/bin/eslint.js', '--max-warnings=0', '.');
  node('typescript/bin/tsc', '--noEmit');
  const { build } = await import('esbuild');
  // Beside the packages, so that node finds them from there.
  const tests = join(here, 'node_modules/.crossdesk-tests');
  rmSync(tests, { recursive: true, force: true });
  await build({
    absWorkingDir: here,
    entryPoints: readdirSync(join(here, 'test'))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `test/${file}`),
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    packages: 'external',
    define: { FACE_TEXTS: '{}', FRONTEND: JSON.stringify(here) },
    outdir: tests,
    logLevel: 'warning',
  });
  run(process.execPath, ['--test', ...readdirSync(tests).map((file) => join(tests, file))]);
  done('check', print);
}

const tasks = { bundle, check };
if (!tasks[task] || !target) {
  console.error('usage: node build.mjs bundle|check TARGET-FOLDER');
  process.exit(2);
}
tasks[task]().catch((failure) => {
  console.error(`frontend: ${failure.message}`);
  process.exit(1);
});
