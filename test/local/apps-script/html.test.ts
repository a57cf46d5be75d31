import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { returned, runScript, type ScriptOffice, startScriptOffice } from './run-script.ts';

const CODE = `
const greeting = 'Xin chào';
function shout(text) { return text.toUpperCase(); }
function fill(name, values) { return Object.assign(HtmlService.createTemplateFromFile(name), values).evaluate().setTitle('T').getContent(); }
function fillText(html, values) { return Object.assign(HtmlService.createTemplate(html), values).evaluate().getContent(); }
function page(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
function put() { return HtmlService.createHtmlOutput('<b>').append('</b>').appendUntrusted('<i>').getContent(); }
`;
const PAGES = {
  sidebar:
    '<!DOCTYPE html>\n<h1><?= title ?></h1><? for (const row of rows) { ?><li><?= shout(row) ?></li><? } ?><?!= extra ?>',
  plain: '<p><?= không phải mẫu ?></p>',
};
const EVIL = `"'><script>alert(1)</script>\${1}\`\\\n\u2028</textarea>`;

describe('HtmlService', () => {
  let office: ScriptOffice;
  let fill: (html: string, values?: object) => Promise<unknown>;
  let call: (functionName: string, ...args: unknown[]) => Promise<unknown>;
  let refusal: (html: string) => Promise<string>;
  beforeAll(async () => {
    office = await startScriptOffice();
    const book = await office.newBook();
    const host = await office.openCode(CODE, { pages: PAGES });
    call = (functionName, ...args) => returned(host, book, { functionName, args });
    fill = (html, values = {}) => call('fillText', html, values);
    refusal = async (html) => {
      const outcome = await runScript(host, book, { functionName: 'fillText', args: [html, { x: EVIL }] });
      return outcome.ok ? `not refused: ${outcome.value}` : outcome.message;
    };
  });
  afterAll(() => office.end());

  it('fills templates with values, code and globals of the script', async () => {
    const values = { title: 'Tháng <3>', rows: ['một', 'hai & ba'], extra: '<hr>' };
    expect(await call('fill', 'sidebar', values)).toBe(
      '<!DOCTYPE html>\n<h1>Tháng &lt;3&gt;</h1><li>MỘT</li><li>HAI &amp; BA</li><hr>',
    );
    expect(await fill('<? const a = 2; ?><?= greeting + a; ?><?= null ?><?!= undefined ?>')).toBe(
      'Xin chào2',
    );
  });

  it('gives pages as they are, and says which one is missing', async () => {
    expect([await call('page', 'plain'), await call('page', 'plain.html')]).toEqual([
      PAGES.plain,
      PAGES.plain,
    ]);
    await expect(call('page', 'constructor')).rejects.toThrow('No HTML file named constructor was found.');
    await expect(call('page', '../Code.js')).rejects.toThrow('No HTML file named ../Code.js was found.');
    expect(await call('put')).toBe('<b></b>&lt;i&gt;');
  });

  it.each([
    ['<p><?= x ?></p>', 'a & <b> "c"', '<p>a &amp; &lt;b&gt; &quot;c&quot;</p>'],
    ['<p title="<?= x ?>">', 'a "b" \'c\'', '<p title="a &quot;b&quot; &#39;c&#39;">'],
    ["<p title='<?= x ?>'>", "'", "<p title='&#39;'>"],
    ['<textarea><?= x ?></textarea>', '</textarea>', '<textarea>&lt;/textarea&gt;</textarea>'],
    ['<a href="<?= x ?>">', 'https://a.vn/?b=1&c=2', '<a href="https://a.vn/?b=1&amp;c=2">'],
    ['<a href="<?= x ?>">', '/trang#a:b', '<a href="/trang#a:b">'],
    ['<a href="<?= x ?>">', 'javascript:alert(1)', '<a href="about:invalid#zHtmlServicez">'],
    ['<a href="<?= x ?>">', ' JaVa\tscript:alert(1)', '<a href="about:invalid#zHtmlServicez">'],
    ['<a href="/<?= x ?>">', 'javascript:1', '<a href="/javascript:1">'],
    ['<!-- <?= x ?> --><?= x ?>', 'b', '<!--  -->b'],
    ['<script>const a = <?= x ?>;</script>', 5, '<script>const a =  5 ;</script>'],
    ['<script>const a = <?= x ?>;</script>', null, '<script>const a =  null ;</script>'],
    [
      '<script>const a = <?= x ?>;</script>',
      "</script>'",
      "<script>const a = '\\u003c\\u002fscript\\u003e\\u0027';</script>",
    ],
    [
      '<script>// it\'s\nconst a = "<?= x ?>";</script>',
      '"\n',
      '<script>// it\'s\nconst a = "\\u0022\\u000a";</script>',
    ],
    [
      '<script>/* " */ a(<?= x ?>)</script><b><?= x ?></b>',
      '<',
      "<script>/* \" */ a('\\u003c')</script><b>&lt;</b>",
    ],
    ['<button onclick="f(\'<?= x ?>\')">', "');g('", '<button onclick="f(\'\\u0027);g(\\u0027\')">'],
    [
      '<button onclick="f(<?= x ?>)" title="<?= x ?>">',
      "a'",
      '<button onclick="f(&#39;a\\u0027&#39;)" title="a&#39;">',
    ],
    ['<input disabled value="<?= x ?>"/>', '"', '<input disabled value="&quot;"/>'],
    ['<style>p { color: red }</style><?= x ?>', '<', '<style>p { color: red }</style>&lt;'],
    ['<script>if (1 < 2) a("</b>")</script><?= x ?>', '<', '<script>if (1 < 2) a("</b>")</script>&lt;'],
    ['1 < 2 <?= x ?> <!doctype html><?= x ?>', '<', '1 < 2 &lt; <!doctype html>&lt;'],
  ])('escapes a printed value for where it stands: %s', async (html, x, expected) => {
    expect(await fill(html, { x })).toBe(expected);
  });

  it.each([
    ['<p title=<?= x ?>>', 'an unquoted attribute'],
    ['<p <?= x ?>>', 'a tag'],
    ['<<?= x ?>>', 'a tag'],
    ['<p<?= x ?>>', 'a tag'],
    ['<style>p { color: <?= x ?> }</style>', 'CSS'],
    ['<p style="<?= x ?>">', 'the attribute style'],
    ['<iframe srcdoc="<?= x ?>">', 'the attribute srcdoc'],
    ['<script>a(`<?= x ?>`)</script>', 'a template literal'],
  ])('refuses to print where nothing is safe: %s', async (html, place) => {
    expect(await refusal(html)).toBe(
      `A printing scriptlet in ${place} is not supported by the local Apps Script host.`,
    );
  });

  it('lets nothing that people wrote become code, wherever it may stand', async () => {
    const places = [
      '<p>_</p>',
      '<p title="_">',
      "<p title='_'>",
      '<a href="_">',
      '<textarea>_</textarea>',
      '<title>_</title>',
    ];
    for (const place of places) {
      const html = (await fill(place.replace('_', '<?= x ?>'), { x: EVIL })) as string;
      const [before, after] = place.split('_') as [string, string];
      expect(html.slice(before.length, html.length - after.length)).not.toMatch(/[<>"']/);
    }
    for (const code of ['const a = <?= x ?>;', 'const a = "<?= x ?>";', "const a = '<?= x ?>';"]) {
      const html = (await fill(`<script>${code}</script>`, { x: EVIL })) as string;
      expect(html.match(/<\/?script/g)).toHaveLength(2);
      const script = html.slice('<script>'.length, -'</script>'.length);
      expect(new Function(`${script} return a;`)()).toBe(EVIL);
    }
  });
});
