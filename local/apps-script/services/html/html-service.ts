import { Exception } from '../errors.ts';
import { call } from '../native.ts';
import { Service } from '../service.ts';
import { HtmlOutput } from './html-output.ts';
import { HtmlTemplate } from './html-template.ts';

export class HtmlService extends Service {
  override toString(): string {
    return 'HtmlService';
  }
  createHtmlOutput(html = ''): HtmlOutput {
    return new HtmlOutput(String(html));
  }
  createHtmlOutputFromFile(name: string): HtmlOutput {
    return new HtmlOutput(pageNamed(name));
  }
  createTemplate(html: string): HtmlTemplate {
    return new HtmlTemplate(String(html));
  }
  createTemplateFromFile(name: string): HtmlTemplate {
    return new HtmlTemplate(pageNamed(name));
  }
}

/** A page of the bundle, with or without its ending. */
function pageNamed(name: string): string {
  const html = call<string | undefined>('page', { name: String(name).replace(/\.html$/, '') });
  if (html === undefined) throw new Exception(`No HTML file named ${name} was found.`);
  return html;
}
