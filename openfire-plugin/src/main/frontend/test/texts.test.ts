import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, Visitor, type FunctionReference, type Message, type Resource, type SelectExpression, type VariableReference } from '@fluent/syntax';
import { choose, direction, speaker } from '../src/common/texts';

const LANGUAGES = ['ar', 'en', 'es', 'fa', 'fi', 'fr', 'sv'];
const faces = readdirSync(join(FRONTEND, 'texts'));

const source = (face: string, language: string) => readFileSync(join(FRONTEND, 'texts', face, `${language}.ftl`), 'utf8');

const messages = (resource: Resource) =>
  new Map(resource.body.filter((entry) => entry.type === 'Message').map((entry) => [(entry).id.name, entry]));

function variables(message: Message): string[] {
  const found = new Set<string>();
  class Variables extends Visitor {
    override visitVariableReference(node: VariableReference): void {
      found.add(node.id.name);
    }
  }
  new Variables().visit(message);
  return [...found].sort();
}

/** Something to say for each value: what the function or the choice around it takes. */
function examples(message: Message): Record<string, Date | number | string> {
  const found: Record<string, Date | number | string> = Object.fromEntries(variables(message).map((name) => [name, name]));
  const is = (node: unknown, example: Date | number) => {
    const { type, id } = node as { type: string; id?: { name: string } };
    if (type === 'VariableReference' && id) {
      found[id.name] = example;
    }
  };
  class Examples extends Visitor {
    override visitFunctionReference(node: FunctionReference): void {
      is(node.arguments.positional[0], node.id.name === 'DATETIME' ? new Date(0) : 3);
    }
    override visitSelectExpression(node: SelectExpression): void {
      is(node.selector, 3);
      this.genericVisit(node);
    }
  }
  new Examples().visit(message);
  return found;
}

const code = ['widget', 'common', 'console', 'board', 'loader']
  .map((folder) => join(FRONTEND, 'src', folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))
  .join('\n');

for (const face of faces) {
  const english = messages(parse(source(face, 'en'), {}));

  test(`${face} has every language`, () => {
    assert.deepEqual(readdirSync(join(FRONTEND, 'texts', face)).sort(), LANGUAGES.map((language) => `${language}.ftl`));
  });

  for (const language of LANGUAGES) {
    test(`${face} in ${language} has every message once, with the same values`, () => {
      const resource = parse(source(face, language), {});
      assert.deepEqual(
        resource.body.filter((entry) => entry.type === 'Junk').map((entry) => (entry as { content: string }).content),
        [],
      );
      const own = messages(resource);
      assert.deepEqual([...own.keys()], [...english.keys()]);
      assert.equal(resource.body.filter((entry) => entry.type === 'Message').length, own.size);
      for (const [id, message] of own) {
        assert.deepEqual(variables(message), variables(english.get(id) as Message), id);
      }
    });

    test(`${face} in ${language} is used, and says what is asked of it`, () => {
      const say = speaker(language, source(face, language));
      for (const [id, message] of english) {
        const said = say(id, examples(message));
        assert.notEqual(said, id);
        assert.doesNotMatch(said, /[{}]/, id);
      }
    });
  }

  test(`every message of ${face} that the code names is there, and no other`, () => {
    const named = new Set([...code.matchAll(new RegExp(`'(${face}-[a-z-]+)'`, 'g'))].map((match) => match[1]));
    assert.deepEqual([...named].sort(), [...english.keys()].sort());
  });
}

test('a message that is missing shows its name', () => {
  assert.equal(speaker('en', '')('ask-nothing'), 'ask-nothing');
});

test('the language is the first that there is', () => {
  assert.equal(choose(['de', 'FA-ir', 'en'], LANGUAGES), 'fa');
  assert.equal(choose([], LANGUAGES), 'en');
  assert.equal(choose(['x-klingon'], LANGUAGES), 'en');
});

test('Persian and Arabic are written from right to left', () => {
  assert.deepEqual(LANGUAGES.filter((language) => direction(language) === 'rtl'), ['ar', 'fa']);
});
