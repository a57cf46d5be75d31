import type { Wire } from '../backend/backend.ts';

/** UrlFetch and the token of the person who is acting. */
export const wire: Wire = {
  send({ method, url, payload, headers }) {
    const response = UrlFetchApp.fetch(url, {
      method,
      headers: { ...headers },
      muteHttpExceptions: true,
      followRedirects: false,
      ...(payload === undefined ? {} : { contentType: 'application/json', payload }),
    });
    return { status: response.getResponseCode(), text: response.getContentText() };
  },
  identityToken: () => ScriptApp.getIdentityToken() as string | null,
  sleep: (milliseconds) => Utilities.sleep(milliseconds),
};
