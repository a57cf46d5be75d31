type Kind = 'text' | 'comment' | 'tag' | 'attribute' | 'unquoted attribute' | 'script' | 'style';

/** Elements whose content is not HTML. */
const RAW: Readonly<Record<string, Kind>> = {
  script: 'script',
  style: 'style',
  textarea: 'text',
  title: 'text',
};

/** Reads HTML as it is written and knows what stands where it has come to. It must be well formed. */
export class HtmlPlace {
  kind: Kind = 'text';
  /** The attribute that is being read, in small letters. */
  attribute = '';
  /** Whether its value is still empty. */
  attributeStart = false;
  /** In JavaScript: the quote of the string that is open, `/` in a comment; undefined where code stands. */
  jsQuote: string | undefined;

  #quote = '';
  #tag = '';
  /** The element whose raw content is being read. */
  #raw = '';
  #rest = '';

  read(html: string): void {
    this.#rest += html;
    // What may still become something else is read again with what follows.
    while (this.#rest !== '' && this.#step());
  }

  /** Text that ends with `<` is about to be a tag. */
  get isOpen(): boolean {
    return this.kind === 'text' && this.#rest.startsWith('<');
  }

  describe(): string {
    if (this.kind === 'style') return 'CSS';
    return this.kind === 'unquoted attribute' ? 'an unquoted attribute' : 'a tag';
  }

  #step(): boolean {
    switch (this.kind) {
      case 'text':
        return this.#raw === '' ? this.#readText() : this.#readRaw();
      case 'comment':
        return this.#take(/^[\s\S]*?-->/, () => this.#enter('text')) || this.#keepTail(2);
      case 'tag':
        return this.#readTag();
      case 'attribute':
        return this.#readAttribute();
      case 'unquoted attribute':
        return this.#take(/^[^\s>]+/) || this.#take(/^(?=[\s>])/, () => this.#enter('tag'));
      case 'script':
      case 'style':
        return this.#readRaw();
    }
  }

  #readText(): boolean {
    return (
      this.#take(/^[^<]+/) ||
      this.#take(/^<!--/, () => this.#enter('comment')) ||
      this.#take(/^<\/?([a-z][^\s/>]*)/i, ([whole, name]) => {
        this.#tag = whole.startsWith('</') ? '' : name!.toLowerCase();
        this.#enter('tag');
      }) ||
      this.#take(/^<(?=[^!/a-z])/i) ||
      this.#take(/^<!(?=[^-])[^>]*>/) ||
      this.#take(/^<\/(?=[^a-z])/i)
    );
  }

  #readTag(): boolean {
    return (
      this.#take(/^[\s/]+/) ||
      this.#take(/^>/, () => {
        this.#raw = this.#tag in RAW ? this.#tag : '';
        this.jsQuote = undefined;
        this.#enter(RAW[this.#tag] ?? 'text');
      }) ||
      this.#take(/^([^\s=/>]+)\s*=\s*(["'])/, ([, name, quote]) => {
        this.attribute = name!.toLowerCase();
        this.#quote = quote!;
        this.attributeStart = true;
        this.jsQuote = undefined;
        this.#enter('attribute');
      }) ||
      this.#take(/^[^\s=/>]+\s*=\s*(?=[^\s"'])/, () => this.#enter('unquoted attribute')) ||
      // An attribute without a value, once what follows shows that it has none.
      this.#take(/^[^\s=/>]+\s*(?=[^\s=])/) ||
      this.#unquotedAtEnd()
    );
  }

  /** `<a href=` and nothing yet: what is printed next would be an unquoted value. */
  #unquotedAtEnd(): boolean {
    return this.#take(/^[^\s=/>]+\s*=\s*$/, () => this.#enter('unquoted attribute'));
  }

  #readAttribute(): boolean {
    if (this.#rest[0] === this.#quote) return this.#take(/^["']/, () => this.#enter('tag'));
    this.attributeStart = false;
    if (this.attribute.startsWith('on')) return this.#readJs();
    return this.#take(/^[^"']+/) || this.#take(/^["']/);
  }

  #readRaw(): boolean {
    if (new RegExp(`^</${this.#raw}[\\s/>]`, 'i').test(this.#rest)) {
      this.#raw = '';
      this.#enter('text');
      return true;
    }
    if (this.kind === 'script') return this.#readJs();
    return this.#take(/^[^<]+/) || (this.#rest.length > this.#raw.length + 2 && this.#take(/^</));
  }

  /** Strings and comments are told apart from code; regular expressions are not looked for. */
  #readJs(): boolean {
    const quote = this.jsQuote;
    if (quote === undefined)
      return (
        this.#take(/^\/[/*]/, ([found]) => this.#open(found === '//' ? '/' : '*')) ||
        this.#take(/^["'`]/, ([found]) => this.#open(found)) ||
        (this.#rest !== '/' && this.#takeOne())
      );
    if (quote === '/') {
      if (this.#inBlock)
        return this.#take(/^\*\//, () => this.#open(undefined)) || (this.#rest !== '*' && this.#takeOne());
      return this.#take(/^[\r\n]/, () => this.#open(undefined)) || this.#takeOne();
    }
    if (this.#rest.startsWith(quote)) return this.#take(/^["'`]/, () => this.#open(undefined));
    return this.#take(/^\\[\s\S]/) || (this.#rest !== '\\' && this.#takeOne());
  }

  #inBlock = false;
  #open(quote: string | undefined): void {
    this.#inBlock = quote === '*';
    this.jsQuote = quote === '*' ? '/' : quote;
  }

  /** One letter, or a `<` of JavaScript only once it is known not to end the element. */
  #takeOne(): boolean {
    if (this.#rest[0] === '<' && this.kind === 'script' && this.#rest.length < this.#raw.length + 3)
      return false;
    this.#rest = this.#rest.slice(1);
    return true;
  }

  #keepTail(length: number): boolean {
    this.#rest = this.#rest.slice(-length);
    return false;
  }

  #enter(kind: Kind): void {
    this.kind = kind;
  }

  #take(pattern: RegExp, then?: (found: RegExpExecArray) => void): boolean {
    const found = pattern.exec(this.#rest);
    if (found === null) return false;
    this.#rest = this.#rest.slice(found[0].length);
    then?.(found);
    return true;
  }
}
