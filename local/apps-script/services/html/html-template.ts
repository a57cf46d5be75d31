import { Service } from '../service.ts';
import { HtmlOutput } from './html-output.ts';
import { TemplateOutput } from './template-output.ts';

const SCRIPTLET = /<\?(!=|=)?([\s\S]*?)\?>/g;

/**
 * HTML with scriptlets: `<?= value ?>` prints escaped for where it stands, `<?!= html ?>` prints as it is,
 * `<? code ?>` runs. What was set on the template is a variable of its code, beside the script's globals.
 */
export class HtmlTemplate extends Service {
  readonly #source: string;
  constructor(source: string) {
    super();
    this.#source = source;
  }
  override toString(): string {
    return 'HtmlTemplate';
  }
  getRawContent(): string {
    return this.#source;
  }
  evaluate(): HtmlOutput {
    const output = new TemplateOutput();
    const names = Object.keys(this);
    const values = names.map((name) => (this as Record<string, unknown>)[name]);
    new Function('_template', ...names, codeOf(this.#source))(output, ...values);
    return new HtmlOutput(output.html);
  }
}

function codeOf(source: string): string {
  const lines: string[] = [];
  const html = (text: string) => text && lines.push(`_template.write(${JSON.stringify(text)});`);
  let end = 0;
  for (const found of source.matchAll(SCRIPTLET)) {
    html(source.slice(end, found.index));
    end = found.index + found[0].length;
    const [, kind, code = ''] = found;
    if (kind === undefined) lines.push(`${code}\n`);
    else lines.push(`_template.${kind === '=' ? 'print' : 'write'}((${code.trim().replace(/;$/, '')}\n));`);
  }
  html(source.slice(end));
  return lines.join('\n');
}
