import type { Wire } from '../backend/backend.ts';

/** UrlFetch and the token of the person who is acting. */
export const wire: Wire = {
  send: (requests) =>
    UrlFetchApp.fetchAll(
      requests.map(({ method, url, payload, headers }) => ({
        method,
        url,
        headers: { ...headers },
        muteHttpExceptions: true,
        followRedirects: false,
        ...(payload === undefined ? {} : { contentType: 'application/json', payload }),
      })),
    ).map((response) => ({ status: response.getResponseCode(), text: response.getContentText() })),
  identityToken: () => ScriptApp.getIdentityToken() as string | null,
  sleep: (milliseconds) => Utilities.sleep(milliseconds),
};
