export type Language = 'vi' | 'en';

/** Vietnamese, unless English is asked for before it (RFC 9110, section 12.5.4). */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = { vi: 0, en: 0 };
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.trim().split('-')[0];
    if (language !== 'vi' && language !== 'en') continue;
    const quality = parameters.map((each) => /^\s*q=([\d.]{1,5})\s*$/.exec(each)?.[1]).find(Boolean);
    weights[language] = Math.max(weights[language], quality === undefined ? 1 : Number(quality) || 0);
  }
  return weights.en > weights.vi ? 'en' : 'vi';
}
